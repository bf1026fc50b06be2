package org.humdash.humanitarian.alert;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.humdash.humanitarian.alert.AlertFileException.Code;

/** Reads an event of GDACS as JSON, which is a GeoJSON feature, or a collection of them. */
final class GdacsJsonReader {

    private static final int DEEPEST = 50;
    private static final int LONGEST_NUMBER = 100;

    /** The members that are read, by path, and the names they are kept under. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("properties.eventtype", "eventtype"),
            Map.entry("properties.eventid", "eventid"),
            Map.entry("properties.episodeid", "episodeid"),
            Map.entry("properties.eventname", "eventname"),
            Map.entry("properties.alertlevel", "alertlevel"),
            Map.entry("properties.alertscore", "alertscore"),
            Map.entry("properties.episodealertlevel", "episodealertlevel"),
            Map.entry("properties.episodealertscore", "episodealertscore"),
            Map.entry("properties.iscurrent", "iscurrent"),
            Map.entry("properties.fromdate", "fromdate"),
            Map.entry("properties.todate", "todate"),
            Map.entry("properties.datemodified", "datemodified"),
            Map.entry("properties.iso3", "iso3"),
            Map.entry("properties.country", "country"),
            Map.entry("properties.glide", "glide"),
            Map.entry("properties.name", "name"),
            Map.entry("properties.description", "description"),
            Map.entry("properties.url.report", "url"),
            Map.entry("properties.severitydata.severity", "severityvalue"),
            Map.entry("properties.severitydata.severityunit", "severityunit"),
            Map.entry("properties.severitydata.severitytext", "severitytext"));

    private final JsonParser json;
    private final ReadAlerts into;

    private GdacsJsonReader(JsonParser json, ReadAlerts into) {
        this.json = json;
        this.into = into;
    }

    static void read(InputStream in, ReadAlerts into) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(AlertXml.LONGEST_TEXT)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser json = factory.createParser(in)) {
            new GdacsJsonReader(json, into).document();
        } catch (StreamConstraintsException e) {
            throw at(e, Code.UNSAFE_FILE, "a text, a number or the nesting is larger than any alert has");
        } catch (JacksonException e) {
            throw at(e, Code.MALFORMED_JSON, "the file is not JSON here");
        } catch (CharConversionException e) {
            throw new AlertFileException(Code.WRONG_ENCODING, 0, 0, "The bytes are not in the encoding that JSON has");
        }
    }

    private void document() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw notGdacs();
        }
        Position start = here();
        GdacsItem single = new GdacsItem(start);
        boolean isCollection = false;
        boolean isFeature = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("features") && value == JsonToken.START_ARRAY) {
                isCollection = true;
                features();
            } else {
                isFeature |= name.equals("properties") && value == JsonToken.START_OBJECT;
                member(name, single);
            }
        }
        if (json.nextToken() != null) {
            throw new AlertFileException(
                    Code.MALFORMED_JSON, here().line(), here().column(), "the file goes on behind its end");
        }
        if (!isCollection && !isFeature) {
            throw notGdacs();
        }
        if (!isCollection) {
            add(single);
        }
    }

    private void features() throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            GdacsItem item = new GdacsItem(here());
            if (json.currentToken() != JsonToken.START_OBJECT) {
                item.problems().add(item.at(), "features", "UNKNOWN_VALUE", "must be a list of features");
                json.skipChildren();
                into.add(item.at(), item.problems(), null);
                continue;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                member(name, item);
            }
            add(item);
        }
    }

    private void add(GdacsItem item) {
        AlertMessage message = item.message();
        into.add(item.at(), item.problems(), message);
    }

    /** Takes the value that the parser stands at, with everything in it. */
    private void member(String path, GdacsItem item) throws IOException {
        switch (json.currentToken()) {
            case START_OBJECT -> {
                if (FIELDS.keySet().stream().noneMatch(field -> field.startsWith(path + "."))) {
                    json.skipChildren();
                    return;
                }
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String name = json.currentName();
                    json.nextToken();
                    member(path + "." + name, item);
                }
            }
            case START_ARRAY -> {
                if (path.equals("bbox")) {
                    box(item);
                } else {
                    json.skipChildren();
                }
            }
            case VALUE_NULL -> {
                // Nothing said.
            }
            default -> {
                String field = FIELDS.get(path);
                if (field != null) {
                    item.put(field, plain(json.getText(), item, field), here());
                }
            }
        }
    }

    /** GeoJSON (RFC 7946) goes corner by corner: west, south, east, north. */
    private void box(GdacsItem item) throws IOException {
        Position here = here();
        List<String> numbers = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken().isScalarValue() && numbers.size() <= 4) {
                numbers.add(json.getText());
            } else {
                json.skipChildren();
                numbers.add("?");
            }
        }
        item.put(
                "bbox",
                numbers.size() == 4
                        ? String.join(" ", numbers.get(0), numbers.get(2), numbers.get(1), numbers.get(3))
                        : String.join(" ", numbers.subList(0, Math.min(numbers.size(), 5))),
                here);
    }

    /** JSON can hold a NUL character and half of one beyond U+FFFF, which XML and the database cannot. */
    private String plain(String text, GdacsItem item, String field) {
        boolean isPlain = text.codePoints()
                .noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        if (isPlain) {
            return text;
        }
        item.problems().add(here(), field, "NOT_A_TEXT", "the text holds a NUL character, or half of a character");
        return null;
    }

    private Position here() {
        JsonLocation at = json.currentTokenLocation();
        return new Position(at.getLineNr(), at.getColumnNr());
    }

    private AlertFileException notGdacs() {
        return new AlertFileException(
                Code.UNKNOWN_FORM,
                here().line(),
                here().column(),
                "JSON is read as an event of GDACS: a GeoJSON feature with its properties, or a collection of them");
    }

    private static AlertFileException at(JacksonException e, Code code, String message) {
        JsonLocation at = e.getLocation();
        return at == null
                ? new AlertFileException(code, 0, 0, message)
                : new AlertFileException(code, at.getLineNr(), at.getColumnNr(), message);
    }
}
