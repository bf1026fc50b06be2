package org.humdash.vocabulary.table;

import com.fasterxml.jackson.core.JsonToken;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the records are in a JSON text.
 *
 * @param path to the member of the outermost object that holds them; empty if there is no such object
 */
record JsonLayout(TableForm form, List<String> path) {

    /** Where data portals answer with a description of the columns before. */
    private static final String RECORDS = "records";

    /** What services call the object around their answer, inside of which the records are a member. */
    private static final Set<String> WRAPPERS = Set.of("result", "data", "response");

    /** Goes through the text as far as is needed to know. */
    static JsonLayout find(JsonText json) {
        JsonToken first = json.next();
        if (first == JsonToken.START_ARRAY) {
            return new JsonLayout(formOfRecords(json, json.next()), List.of());
        }
        JsonLayout wrapped = wrapped(json, List.of());
        JsonToken after = json.next();
        if (after == JsonToken.START_OBJECT) {
            return new JsonLayout(TableForm.NDJSON, List.of());
        }
        if (after != null) {
            throw json.malformed("After an object comes something that is none");
        }
        return wrapped == null ? new JsonLayout(TableForm.NDJSON, List.of()) : wrapped;
    }

    /** Goes to where the records begin. */
    void goToRecords(JsonText json) {
        if (form == TableForm.NDJSON) {
            return;
        }
        json.next();
        for (String member : path) {
            while (json.next() == JsonToken.FIELD_NAME && !json.name().equals(member)) {
                json.next();
                json.skip();
            }
            json.next();
        }
    }

    /** Of the members of an object the features, or else the records, or else the first one that is an array of records or of nothing. */
    private static JsonLayout wrapped(JsonText json, List<String> around) {
        JsonLayout found = null;
        JsonLayout empty = null;
        while (json.next() == JsonToken.FIELD_NAME) {
            String name = json.name();
            List<String> path = Stream.concat(around.stream(), Stream.of(name)).toList();
            JsonToken value = json.next();
            if (value == JsonToken.START_OBJECT && around.isEmpty() && found == null && WRAPPERS.contains(name)) {
                found = wrapped(json, path);
                continue;
            }
            if (value != JsonToken.START_ARRAY) {
                json.skip();
                continue;
            }
            JsonToken inside = json.next();
            if (name.equals("features")) {
                found = new JsonLayout(TableForm.GEOJSON, path);
            } else if (inside == JsonToken.END_ARRAY) {
                empty = new JsonLayout(TableForm.JSON_OBJECTS, path);
            } else if ((found == null || name.equals(RECORDS)) && inside != null && inside.isStructStart()) {
                found = new JsonLayout(formOfRecords(json, inside), path);
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
