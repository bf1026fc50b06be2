package org.humdash.vocabulary.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.util.regex.Pattern;
import org.humdash.vocabulary.hxl.TableException;
import org.humdash.vocabulary.hxl.TableException.Code;

/** A JSON text read token by token, with limits on everything a text could be too much of. */
final class JsonText implements Closeable {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            // Programs write NaN for a number that is not there, though JSON has no word for it.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxStringLength(1_000_000)
                    .maxNameLength(1_000)
                    .maxNumberLength(200)
                    .build())
            .build();

    private static final Pattern MODEST_EXPONENT = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?[eE][+-]?[0-2]?\\d");

    private final JsonParser parser;
    private long record;

    JsonText(Reader text) {
        try {
            parser = FACTORY.createParser(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says that from here on faults are those of the next record. */
    void countRecord() {
        record++;
    }

    /** The how manieth record is being read, from 1. */
    long record() {
        return record;
    }

    /** Null at the end of the text. */
    JsonToken next() {
        try {
            return parser.nextToken();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    JsonToken current() {
        return parser.currentToken();
    }

    /** The name of the member at which this stands. */
    String name() {
        try {
            return parser.currentName();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Goes to the end of the object or array at whose start this stands, and nowhere from any other value. */
    void skip() {
        try {
            parser.skipChildren();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The value at which this stands, if it is no object and no array; empty for null. */
    String scalar() {
        try {
            JsonToken token = parser.currentToken();
            if (token == JsonToken.VALUE_NULL) {
                return "";
            }
            String text = CellText.of(parser.getText());
            return token == JsonToken.VALUE_NUMBER_FLOAT ? withoutExponent(text) : text;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** A number as a person would write it. One of more digits than any figure has stays as it is, to be refused. */
    private static String withoutExponent(String number) {
        return MODEST_EXPONENT.matcher(number).matches() ? new BigDecimal(number).toPlainString() : number;
    }

    /** The values of the array or object at whose start this stands, in one text. Goes to its end. */
    String joined() {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            JsonToken token = next();
            if (token == null) {
                break;
            }
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token.isScalarValue() && text.length() <= CellText.LONGEST) {
                text.append(text.isEmpty() ? "" : "; ").append(scalar());
            }
        }
        return CellText.of(text.toString());
    }

    TableException malformed(String message) {
        return new TableException(Code.MALFORMED_JSON, record == 0 ? null : record, message);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private RuntimeException unreadable(IOException e) {
        if (e instanceof CharacterCodingException) {
            return new TableException(
                    Code.WRONG_ENCODING,
                    record == 0 ? null : record,
                    "A character here is damaged; save the file as UTF-8",
                    e);
        }
        if (e instanceof StreamConstraintsException) {
            return new TableException(
                    Code.UNSAFE_FILE,
                    record == 0 ? null : record,
                    "Nested more than 32 deep, or a name, a number or a text without end",
                    e);
        }
        if (e instanceof JsonProcessingException json) {
            String where = json.getLocation() == null
                    ? ""
                    : " in line " + json.getLocation().getLineNr() + ", column "
                            + json.getLocation().getColumnNr();
            return new TableException(Code.MALFORMED_JSON, record == 0 ? null : record, "This is not JSON" + where, e);
        }
        return new UncheckedIOException(e);
    }
}
