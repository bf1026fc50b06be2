package org.humdash.gateway.answer;

import java.util.Locale;

/** Reads Accept-Encoding as RFC 9110 section 12.5.3 has it, for the one coding that is offered. */
public final class AcceptedGzip {

    private AcceptedGzip() {}

    /** Whether the header asks for gzip; what is not said is not meant. */
    public static boolean in(String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        Boolean any = null;
        for (String part : acceptEncoding.toLowerCase(Locale.ROOT).split(",")) {
            String[] words = part.split(";");
            String coding = words[0].strip();
            if (coding.equals("gzip") || coding.equals("x-gzip")) {
                return isWanted(words);
            }
            if (coding.equals("*")) {
                any = isWanted(words);
            }
        }
        return any != null && any;
    }

    private static boolean isWanted(String[] words) {
        for (int i = 1; i < words.length; i++) {
            String word = words[i].strip();
            if (word.startsWith("q=")) {
                return !word.matches("q=0(\\.0{0,3})?");
            }
        }
        return true;
    }
}
