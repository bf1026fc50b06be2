package org.humdash.vocabulary.table;

import com.fasterxml.jackson.core.JsonToken;

/**
 * Where the records are in a JSON text.
 *
 * @param member the member of the outermost object that holds them; null if there is no such object
 */
record JsonLayout(TableForm form, String member) {

    /** Goes through the text as far as is needed to know. */
    static JsonLayout find(JsonText json) {
        JsonToken first = json.next();
        if (first == JsonToken.START_ARRAY) {
            return new JsonLayout(formOfRecords(json, json.next()), null);
        }
        JsonLayout wrapped = wrapped(json);
        JsonToken after = json.next();
        if (after == JsonToken.START_OBJECT) {
            return new JsonLayout(TableForm.NDJSON, null);
        }
        if (after != null) {
            throw json.malformed("After an object comes something that is none");
        }
        return wrapped == null ? new JsonLayout(TableForm.NDJSON, null) : wrapped;
    }

    /** Goes to where the records begin. */
    void goToRecords(JsonText json) {
        if (form == TableForm.NDJSON) {
            return;
        }
        json.next();
        if (member != null) {
            while (json.next() == JsonToken.FIELD_NAME && !json.name().equals(member)) {
                json.next();
                json.skip();
            }
            json.next();
        }
    }

    /** Of the members of an object the features, or else the first one that is an array of records or of nothing. */
    private static JsonLayout wrapped(JsonText json) {
        JsonLayout found = null;
        JsonLayout empty = null;
        while (json.next() == JsonToken.FIELD_NAME) {
            String name = json.name();
            if (json.next() != JsonToken.START_ARRAY) {
                json.skip();
                continue;
            }
            JsonToken inside = json.next();
            if (name.equals("features")) {
                found = new JsonLayout(TableForm.GEOJSON, name);
            } else if (inside == JsonToken.END_ARRAY) {
                empty = new JsonLayout(TableForm.JSON_OBJECTS, name);
            } else if (found == null && inside != null && inside.isStructStart()) {
                found = new JsonLayout(formOfRecords(json, inside), name);
            }
            while (json.current() != JsonToken.END_ARRAY) {
                json.skip();
                json.next();
            }
        }
        return found == null ? empty : found;
    }

    private static TableForm formOfRecords(JsonText json, JsonToken record) {
        if (record == JsonToken.START_OBJECT || record == JsonToken.END_ARRAY) {
            return TableForm.JSON_OBJECTS;
        }
        if (record == JsonToken.START_ARRAY) {
            return TableForm.JSON_ARRAYS;
        }
        throw json.malformed("A table in JSON is an array of objects or of arrays");
    }
}
