package org.humdash.vocabulary.table;

import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Takes an object apart into fields: a member of an object inside is named by both names with a dot between, an array
 * is one text. A GeoJSON feature, in a collection or one that says so before anything else, gives its properties, and its place as {@link #LONGITUDE}, {@link #LATITUDE} and
 * {@link #GEOMETRY_TYPE}; only a point has the first two.
 */
final class JsonFields {

    // Names no member can have: what they are called in the end depends on the properties.
    static final String LONGITUDE = "\0longitude";
    static final String LATITUDE = "\0latitude";
    static final String GEOMETRY_TYPE = "\0geometry_type";
    static final List<String> PLACE = List.of(LONGITUDE, LATITUDE, GEOMETRY_TYPE);

    private final JsonText json;
    private final boolean areFeatures;

    JsonFields(JsonText json, boolean areFeatures) {
        this.json = json;
        this.areFeatures = areFeatures;
    }

    /** From the start of an object to its end. */
    void read(BiConsumer<String, String> field) {
        if (areFeatures) {
            readFeature(field);
            return;
        }
        if (json.next() != JsonToken.FIELD_NAME) {
            return;
        }
        String name = json.name();
        JsonToken value = json.next();
        if (name.equals("type")
                && value == JsonToken.VALUE_STRING
                && json.scalar().equals("Feature")) {
            readFeature(field);
        } else {
            readMember(name, value, field);
            readMembers("", field);
        }
    }

    private void readFeature(BiConsumer<String, String> field) {
        while (json.next() == JsonToken.FIELD_NAME) {
            String name = json.name();
            JsonToken value = json.next();
            boolean isProperties = name.equals("properties") || name.equals("attributes");
            if (isProperties && value == JsonToken.START_OBJECT) {
                readMembers("", field);
            } else if (name.equals("geometry") && value == JsonToken.START_OBJECT) {
                readGeometry(field);
            } else if (value.isStructStart()) {
                json.skip();
            } else if (!name.equals("type") && value != JsonToken.VALUE_NULL) {
                field.accept(name, json.scalar());
            }
        }
    }

    private void readGeometry(BiConsumer<String, String> field) {
        String type = "";
        List<String> position = List.of();
        while (json.next() == JsonToken.FIELD_NAME) {
            String name = json.name();
            JsonToken value = json.next();
            if (name.equals("type") && value == JsonToken.VALUE_STRING) {
                type = json.scalar();
            } else if (name.equals("coordinates") && value == JsonToken.START_ARRAY) {
                position = readPosition();
            } else {
                json.skip();
            }
        }
        field.accept(GEOMETRY_TYPE, type);
        if (type.equals("Point") && position.size() >= 2) {
            field.accept(LONGITUDE, position.get(0));
            field.accept(LATITUDE, position.get(1));
        }
    }

    /** The numbers of a position; empty for the positions of lines and areas. */
    private List<String> readPosition() {
        List<String> position = new ArrayList<>();
        for (JsonToken token = json.next(); token != JsonToken.END_ARRAY; token = json.next()) {
            if (token.isNumeric() && position.size() < 2) {
                position.add(json.scalar());
            }
            json.skip();
        }
        return position;
    }

    private void readMembers(String prefix, BiConsumer<String, String> field) {
        while (json.next() == JsonToken.FIELD_NAME) {
            String name = prefix + json.name();
            readMember(name, json.next(), field);
        }
    }

    private void readMember(String name, JsonToken value, BiConsumer<String, String> field) {
        if (value == JsonToken.START_OBJECT) {
            readMembers(name + ".", field);
        } else {
            field.accept(name, value == JsonToken.START_ARRAY ? json.joined() : json.scalar());
        }
    }
}
