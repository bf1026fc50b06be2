package org.humdash.gateway.answer;

import java.util.Locale;

/** Which bodies are worth compressing. */
final class Texts {

    /** Below, the head of gzip and the time cost more than the bytes. */
    private static final int SMALLEST = 1_024;

    private Texts() {}

    /** @param length in bytes, or -1 if nobody knows */
    static boolean areIn(String contentType, long length) {
        if (contentType == null || length >= 0 && length < SMALLEST) {
            return false;
        }
        String type = contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        return type.startsWith("text/")
                || type.equals("application/json")
                || type.equals("application/x-ndjson")
                || type.equals("application/ndjson")
                || type.equals("application/xml")
                || type.endsWith("+json")
                || type.endsWith("+xml");
    }

    /** A workbook says when it was made, so it is never the same twice. */
    static boolean isWorkbook(String contentType) {
        return contentType != null && contentType.contains("spreadsheetml");
    }
}
