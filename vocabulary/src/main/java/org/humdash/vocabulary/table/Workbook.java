package org.humdash.vocabulary.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.humdash.vocabulary.hxl.TableException;
import org.humdash.vocabulary.hxl.TableException.Code;

/** An XLSX workbook: which sheets it has, and what they share. The sheets themselves are streamed. */
final class Workbook implements Closeable {

    private static final int MOST_SHEETS = 500;

    /** @param part its entry in the zip file; null if the workbook names none */
    record Sheet(String name, boolean isVisible, String part) {}

    private final SafeZip zip;
    private final String stringsPart;
    private final String stylesPart;
    private final List<Sheet> sheets = new ArrayList<>();
    private boolean isFrom1904;
    private SharedStrings strings;
    private CellStyles styles;

    private Workbook(SafeZip zip) throws IOException {
        this.zip = zip;
        String main = mainPart();
        String folder = main.substring(0, main.lastIndexOf('/') + 1);
        Map<String, Target> targets = relationships(folder + "_rels/" + main.substring(folder.length()) + ".rels");
        stringsPart = part(targets, "/sharedStrings", folder + "sharedStrings.xml");
        stylesPart = part(targets, "/styles", folder + "styles.xml");
        readSheets(main, targets);
    }

    /** @throws TableException if this is a zip file of something else, or one that is damaged or a trap */
    static Workbook open(Path path) throws IOException {
        SafeZip zip = SafeZip.open(path);
        try {
            return new Workbook(zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    RecordSource read(Sheet sheet) throws IOException {
        if (strings == null) {
            strings = SharedStrings.read(zip.content(stringsPart));
            styles = CellStyles.read(zip.content(stylesPart), isFrom1904);
        }
        InputStream content = sheet.part() == null ? null : zip.content(sheet.part());
        if (content == null) {
            throw new TableException(Code.MALFORMED_XLSX, null, "A sheet of the workbook is missing in the file");
        }
        return new SheetRecords(new SafeXml(content), strings, styles);
    }

    /** The records of a sheet that hold something, as far down as a header can be. */
    List<RawRecord> firstRecords(Sheet sheet) throws IOException {
        List<RawRecord> first = new ArrayList<>();
        try (RecordSource records = read(sheet)) {
            RawRecord record = records.next();
            while (record != null && record.number() <= TableHeader.LAST_TAG_ROW) {
                if (!record.isBlank()) {
                    first.add(record);
                }
                record = records.next();
            }
        }
        return first;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private String mainPart() throws IOException {
        String main = part(relationships("_rels/.rels"), "/officeDocument", "xl/workbook.xml");
        if (!main.startsWith("xl/")) {
            throw new TableException(
                    Code.UNKNOWN_FORM, null, "This is a document but no workbook. Save the table as XLSX or CSV");
        }
        return main;
    }

    private record Target(String type, String part) {}

    /** The part of a type, which is told by the end of its name, or else the one it usually is. */
    private static String part(Map<String, Target> targets, String type, String usually) {
        return targets.values().stream()
                .filter(target -> target.type().endsWith(type))
                .map(Target::part)
                .findFirst()
                .orElse(usually);
    }

    private Map<String, Target> relationships(String part) throws IOException {
        Map<String, Target> targets = new HashMap<>();
        String base = part.substring(0, part.indexOf("_rels/"));
        InputStream content = zip.content(part);
        if (content == null) {
            return targets;
        }
        try (SafeXml xml = new SafeXml(content)) {
            while (targets.size() < MOST_SHEETS && xml.advance()) {
                if (xml.isStart("Relationship")) {
                    String target = Optional.ofNullable(xml.attribute("Target")).orElse("");
                    targets.put(
                            xml.attribute("Id"),
                            new Target(
                                    Optional.ofNullable(xml.attribute("Type")).orElse(""),
                                    target.startsWith("/") ? target.substring(1) : base + target));
                }
            }
        }
        return targets;
    }

    private void readSheets(String main, Map<String, Target> targets) throws IOException {
        InputStream content = zip.content(main);
        if (content == null) {
            throw new TableException(
                    Code.UNKNOWN_FORM, null, "This is a zip file but no workbook. Send the table itself");
        }
        try (SafeXml xml = new SafeXml(content)) {
            while (sheets.size() < MOST_SHEETS && xml.advance()) {
                if (xml.isStart("workbookPr")) {
                    isFrom1904 = "1".equals(xml.attribute("date1904")) || "true".equals(xml.attribute("date1904"));
                } else if (xml.isStart("sheet")) {
                    Target target = targets.get(xml.prefixedAttribute("id"));
                    String state = xml.attribute("state");
                    sheets.add(new Sheet(
                            Optional.ofNullable(xml.attribute("name")).orElse(""),
                            state == null || state.equals("visible"),
                            target == null ? null : target.part()));
                }
            }
        }
    }
}
