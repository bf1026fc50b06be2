package org.humdash.gateway.quote;

import com.fasterxml.jackson.databind.JsonNode;

/** The same words in both languages, as a service sends them. */
record Names(String en, String ar) {

    /** Null where there is not even English: then there is nothing to say. */
    static Names of(JsonNode node) {
        String en = node.path("en").asText("");
        String ar = node.path("ar").asText("");
        return en.isBlank() ? null : new Names(en, ar.isBlank() ? en : ar);
    }
}
