package org.humdash.vocabulary.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.humdash.vocabulary.hxl.StrictReader;
import org.humdash.vocabulary.hxl.TableException;
import org.humdash.vocabulary.hxl.TableException.Code;

/**
 * The records of a file, and what the file turned out to be.
 *
 * @param encoding null for a workbook
 * @param separator null for all but text
 * @param sheet null for all but a workbook
 * @param sheets the visible ones of a workbook
 * @param names of the columns, where they are not in the first records; otherwise null
 */
record TableContent(
        TableForm form,
        Charset encoding,
        Character separator,
        String sheet,
        List<String> sheets,
        List<String> names,
        RecordSource records,
        Closeable file)
        implements Closeable {

    private static final int SAMPLE = 65_536;

    static TableContent open(Path path, TableOptions options) throws IOException {
        byte[] start = start(path);
        if (options.separator() == null && Magic.isZip(start)) {
            return WorkbookContent.open(path, options);
        }
        Magic.refuseOthers(start);
        Charset encoding = options.charset() == null ? EncodingDetector.detect(path) : options.charset();
        String sample = sample(path, encoding);
        String text = sample.stripLeading();
        if (options.separator() == null && !text.isEmpty()) {
            if (text.charAt(0) == '<') {
                throw new TableException(
                        Code.UNKNOWN_FORM, null, "This is XML or a web page. Save the table as CSV, XLSX or JSON");
            }
            if (text.charAt(0) == '{' || text.charAt(0) == '[') {
                return json(path, encoding);
            }
        }
        char separator = options.separator() == null
                ? SeparatorDetector.detect(sample, sample.length() >= SAMPLE)
                : options.separator();
        return of(
                TableForm.TEXT, encoding, separator, null, new TextRecords(read(path, encoding), encoding, separator));
    }

    @Override
    public void close() throws IOException {
        try {
            records.close();
        } finally {
            file.close();
        }
    }

    private static TableContent of(
            TableForm form, Charset encoding, Character separator, List<String> names, RecordSource records) {
        return new TableContent(form, encoding, separator, null, List.of(), names, records, () -> {});
    }

    private static TableContent json(Path path, Charset encoding) throws IOException {
        JsonLayout layout;
        try (JsonText json = new JsonText(read(path, encoding))) {
            layout = JsonLayout.find(json);
        }
        if (layout.form() == TableForm.JSON_ARRAYS) {
            JsonText json = new JsonText(read(path, encoding));
            return of(layout.form(), encoding, null, null, new JsonArrayRecords(json, layout));
        }
        List<String> names;
        try (JsonText json = new JsonText(read(path, encoding))) {
            names = JsonObjectRecords.names(json, layout);
        }
        JsonText json = new JsonText(read(path, encoding));
        return of(layout.form(), encoding, null, names, new JsonObjectRecords(json, layout, names));
    }

    private static Reader read(Path path, Charset encoding) throws IOException {
        return new StrictReader(Files.newInputStream(path), encoding);
    }

    private static byte[] start(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(Magic.LENGTH);
        }
    }

    /** The first characters, or those before one that cannot be read: that is told when it is come to. */
    private static String sample(Path path, Charset encoding) throws IOException {
        StringBuilder sample = new StringBuilder();
        char[] buffer = new char[8192];
        try (Reader reader = read(path, encoding)) {
            int count;
            while (sample.length() < SAMPLE && (count = reader.read(buffer)) >= 0) {
                sample.append(buffer, 0, count);
            }
        } catch (CharacterCodingException e) {
            return sample.toString();
        }
        return sample.toString();
    }
}
