package org.humdash.vocabulary.table;

import java.nio.charset.Charset;

/**
 * What the sender of a file knows better than can be detected. Each may be null, which is to detect it.
 *
 * @param charset encoding of a text
 * @param separator what stands between cells of a text; given, the file is read as such a text whatever it looks like
 * @param sheet name of a sheet of a workbook
 */
public record TableOptions(Charset charset, Character separator, String sheet) {

    /** Detect everything. */
    public static TableOptions detect() {
        return new TableOptions(null, null, null);
    }

    /** The same with the encoding that a file was found to have: finding it out reads all of the file. */
    public TableOptions withEncodingOf(DetectedTable table) {
        return new TableOptions(table.encoding().orElse(charset), separator, sheet);
    }
}
