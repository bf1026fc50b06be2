package org.humdash.vocabulary.table;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.humdash.vocabulary.hxl.CsvTable;

/** Rows that are arrays of cells. They are numbered as a spreadsheet would, the first being row 1. */
final class JsonArrayRecords implements RecordSource {

    private final JsonText json;

    JsonArrayRecords(JsonText json, JsonLayout layout) {
        this.json = json;
        layout.goToRecords(json);
    }

    @Override
    public RawRecord next() {
        json.countRecord();
        JsonToken token = json.next();
        if (token == JsonToken.END_ARRAY || token == null) {
            return null;
        }
        if (token != JsonToken.START_ARRAY) {
            throw json.malformed("The rows before are arrays, this one is none");
        }
        List<String> cells = new ArrayList<>();
        int count = 0;
        for (token = json.next(); token != JsonToken.END_ARRAY; token = json.next()) {
            String cell = token.isStructStart() ? json.joined() : json.scalar();
            if (count < CsvTable.MOST_COLUMNS) {
                cells.add(cell);
            }
            count++;
        }
        return new RawRecord(json.record(), cells, count, List.of());
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
