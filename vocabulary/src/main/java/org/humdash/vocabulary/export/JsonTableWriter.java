package org.humdash.vocabulary.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.humdash.vocabulary.export.Column.Kind;

/**
 * A JSON object for each row, each on a line of its own, with a null for what is unknown: as the {@code items} of an
 * object, as the lines of NDJSON, or as the features of GeoJSON.
 */
final class JsonTableWriter extends TableWriter {

    private enum Shape {
        ITEMS("{", "\"items\":["),
        LINES("", ""),
        FEATURES("{\"type\":\"FeatureCollection\",", "\"features\":[");

        private final String start;
        private final String rows;

        Shape(String start, String rows) {
            this.start = start;
            this.rows = rows;
        }
    }

    private final Shape shape;
    private final JsonGenerator json;
    private final SerializableString[] members;
    private final int latitudeColumn;
    private final int longitudeColumn;
    private double latitude;
    private double longitude;
    private boolean isFirstRow = true;

    private JsonTableWriter(Shape shape, JsonGenerator json, TableLayout layout) {
        super(layout);
        this.shape = shape;
        this.json = json;
        members = layout.columns().stream()
                .map(column -> new SerializedString(column.member()))
                .toArray(SerializableString[]::new);
        latitudeColumn = positionOf(Kind.LATITUDE, layout);
        longitudeColumn = positionOf(Kind.LONGITUDE, layout);
    }

    static TableWriter items(OutputStream out, TableLayout layout) throws IOException {
        return open(Shape.ITEMS, out, layout);
    }

    static TableWriter lines(OutputStream out, TableLayout layout) throws IOException {
        return open(Shape.LINES, out, layout);
    }

    /** By RFC 7946: longitude before latitude, and a null geometry for a row without a position. */
    static TableWriter features(OutputStream out, TableLayout layout) throws IOException {
        return open(Shape.FEATURES, out, layout);
    }

    private static TableWriter open(Shape shape, OutputStream out, TableLayout layout) throws IOException {
        JsonGenerator json = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build()
                .createGenerator(out)
                .setRootValueSeparator(new SerializedString(""));
        json.writeRaw(shape.start);
        if (shape != Shape.LINES) {
            for (var member : layout.about().entrySet()) {
                json.writeRaw(quoted(member.getKey()) + ":" + quoted(member.getValue()) + ",");
            }
        }
        json.writeRaw(shape.rows);
        return new JsonTableWriter(shape, json, layout);
    }

    private static String quoted(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }

    private int positionOf(Kind kind, TableLayout layout) {
        for (int column = 0; column < members.length; column++) {
            if (shape == Shape.FEATURES && layout.columns().get(column).kind() == kind) {
                return column;
            }
        }
        return -1;
    }

    @Override
    void writeText(int column, String text) throws IOException {
        writeName(column);
        json.writeString(Characters.wellFormed(text));
    }

    @Override
    void writeNumber(int column, long number) throws IOException {
        if (isPosition(column)) {
            writeNumber(column, (double) number);
        } else {
            writeName(column);
            json.writeNumber(number);
        }
    }

    @Override
    void writeNumber(int column, double number) throws IOException {
        if (isPosition(column)) {
            startRowAt(column);
            keepPosition(column, number);
        } else {
            writeName(column);
            json.writeNumber(number);
        }
    }

    @Override
    void writeNumber(int column, BigDecimal number) throws IOException {
        if (isPosition(column)) {
            writeNumber(column, number.doubleValue());
        } else {
            writeName(column);
            json.writeNumber(number);
        }
    }

    @Override
    void writeDate(int column, LocalDate date) throws IOException {
        writeName(column);
        json.writeString(date.toString());
    }

    @Override
    void writeInstant(int column, Instant instant) throws IOException {
        writeName(column);
        json.writeString(instant.toString());
    }

    @Override
    void writeNothing(int column) throws IOException {
        if (isPosition(column)) {
            startRowAt(column);
        } else {
            writeName(column);
            json.writeNull();
        }
    }

    @Override
    void writeRowEnd() throws IOException {
        json.writeEndObject();
        if (shape == Shape.FEATURES) {
            writeGeometry();
            json.writeEndObject();
        }
    }

    @Override
    void writeEnd() throws IOException {
        if (shape != Shape.LINES) {
            json.writeRaw("\n]}\n");
        } else if (!isFirstRow) {
            json.writeRaw('\n');
        }
        json.flush();
        json.close();
    }

    private void writeName(int column) throws IOException {
        startRowAt(column);
        json.writeFieldName(members[column]);
    }

    private void startRowAt(int column) throws IOException {
        if (column > 0) {
            return;
        }
        if (shape == Shape.LINES) {
            json.writeRaw(isFirstRow ? "" : "\n");
        } else {
            json.writeRaw(isFirstRow ? "\n" : ",\n");
        }
        isFirstRow = false;
        json.writeStartObject();
        if (shape == Shape.FEATURES) {
            latitude = Double.NaN;
            longitude = Double.NaN;
            json.writeStringField("type", "Feature");
            json.writeObjectFieldStart("properties");
        }
    }

    private boolean isPosition(int column) {
        return column == latitudeColumn || column == longitudeColumn;
    }

    private void keepPosition(int column, double degrees) {
        if (column == latitudeColumn) {
            latitude = degrees;
        } else {
            longitude = degrees;
        }
    }

    private void writeGeometry() throws IOException {
        if (Double.isNaN(latitude) || Double.isNaN(longitude)) {
            json.writeNullField("geometry");
            return;
        }
        json.writeObjectFieldStart("geometry");
        json.writeStringField("type", "Point");
        json.writeArrayFieldStart("coordinates");
        json.writeNumber(longitude);
        json.writeNumber(latitude);
        json.writeEndArray();
        json.writeEndObject();
    }
}
