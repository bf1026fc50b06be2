package org.humdash.vocabulary.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.humdash.vocabulary.hxl.Shown;
import org.humdash.vocabulary.hxl.TableException;
import org.humdash.vocabulary.hxl.TableException.Code;

/** Chooses the sheet of a workbook. */
final class WorkbookContent {

    private static final int MOST_LOOKED_AT = 10;

    private WorkbookContent() {}

    /**
     * Opens the sheet that was asked for, or else the first visible one with HXL tags, or else the first visible one that
     * holds something.
     */
    static TableContent open(Path path, TableOptions options) throws IOException {
        Workbook workbook = Workbook.open(path);
        try {
            Workbook.Sheet sheet = options.sheet() == null ? likeliest(workbook) : named(workbook, options.sheet());
            return new TableContent(
                    TableForm.XLSX, null, null, sheet.name(), names(workbook), null, workbook.read(sheet), workbook);
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    private static Workbook.Sheet named(Workbook workbook, String name) {
        return workbook.sheets().stream()
                .filter(sheet -> sheet.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new TableException(
                        Code.UNKNOWN_OPTION,
                        null,
                        "There is no sheet " + Shown.quoted(name) + " in the workbook, but "
                                + names(workbook).stream()
                                        .limit(MOST_LOOKED_AT)
                                        .map(Shown::quoted)
                                        .collect(Collectors.joining(", "))));
    }

    private static Workbook.Sheet likeliest(Workbook workbook) throws IOException {
        Workbook.Sheet filled = null;
        for (Workbook.Sheet sheet : workbook.sheets().stream()
                .filter(Workbook.Sheet::isVisible)
                .limit(MOST_LOOKED_AT)
                .toList()) {
            List<RawRecord> first = workbook.firstRecords(sheet);
            if (TableHeader.areTagged(first)) {
                return sheet;
            }
            if (filled == null && !first.isEmpty()) {
                filled = sheet;
            }
        }
        if (filled == null) {
            throw new TableException(Code.EMPTY_FILE, null, "The workbook has no visible sheet that holds something");
        }
        return filled;
    }

    private static List<String> names(Workbook workbook) {
        return workbook.sheets().stream()
                .filter(Workbook.Sheet::isVisible)
                .map(Workbook.Sheet::name)
                .toList();
    }
}
