package org.humdash.vocabulary.table;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.humdash.vocabulary.hxl.TableException;
import org.humdash.vocabulary.hxl.TableException.Code;

/** The first bytes by which files are known. */
final class Magic {

    static final int LENGTH = 16;

    private static final String COMPRESSED = "The file is compressed. Unpack it first";

    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry(
                    "\u00D0\u00CF\u0011\u00E0",
                    "This is a workbook of the old form, or one with a password. Save it as XLSX or CSV"),
            Map.entry("%PDF", "This is a PDF. Ask for the table it was made from"),
            Map.entry("\u001F\u008B", COMPRESSED),
            Map.entry("Rar!", COMPRESSED),
            Map.entry("7z\u00BC\u00AF", COMPRESSED),
            Map.entry("BZh91AY&SY", COMPRESSED),
            Map.entry("\u00FD7zXZ\0", COMPRESSED),
            Map.entry("\u0028\u00B5\u002F\u00FD", COMPRESSED),
            Map.entry("PAR1", "This is a Parquet file. Save the table as CSV"),
            Map.entry("SQLite format 3", "This is a database. Save the table as CSV"),
            Map.entry("\u00FF\u00FE\0\0", "This is text in UTF-32. Save it as UTF-8"),
            Map.entry("\0\0\u00FE\u00FF", "This is text in UTF-32. Save it as UTF-8"));

    private Magic() {}

    static boolean isZip(byte[] start) {
        String text = text(start);
        return text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006");
    }

    /** @throws TableException if this is a known form that is not read, with the cure */
    static void refuseOthers(byte[] start) {
        String text = text(start);
        OTHERS.forEach((magic, message) -> {
            if (text.startsWith(magic)) {
                throw new TableException(Code.UNKNOWN_FORM, null, message);
            }
        });
    }

    private static String text(byte[] start) {
        return new String(start, StandardCharsets.ISO_8859_1);
    }
}
