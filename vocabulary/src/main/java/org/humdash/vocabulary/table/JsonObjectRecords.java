package org.humdash.vocabulary.table;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.humdash.vocabulary.hxl.CsvTable;
import org.humdash.vocabulary.hxl.TableException;
import org.humdash.vocabulary.hxl.TableException.Code;

/** Rows that are objects. Which columns there are is known only when all of them were seen, so they are read twice. */
final class JsonObjectRecords implements RecordSource {

    private final JsonText json;
    private final JsonFields fields;
    private final Map<String, Integer> positions;

    JsonObjectRecords(JsonText json, JsonLayout layout, List<String> names) {
        this.json = json;
        this.fields = fields(json, layout);
        this.positions = new LinkedHashMap<>();
        names.forEach(name -> positions.put(name, positions.size()));
        layout.goToRecords(json);
    }

    /** All names in the order in which they turn up, those of the place last. */
    static List<String> names(JsonText json, JsonLayout layout) {
        layout.goToRecords(json);
        Map<String, Boolean> names = new LinkedHashMap<>();
        JsonFields fields = fields(json, layout);
        while (goToObject(json)) {
            fields.read((name, value) -> {
                names.put(name, true);
                if (names.size() > CsvTable.MOST_COLUMNS) {
                    throw new TableException(
                            Code.TOO_MANY_COLUMNS, null, "At most " + CsvTable.MOST_COLUMNS + " columns are read");
                }
            });
        }
        List<String> inOrder = new ArrayList<>(names.keySet());
        boolean haveAPlace = layout.form() == TableForm.GEOJSON && !names.isEmpty();
        if (haveAPlace || names.containsKey(JsonFields.GEOMETRY_TYPE)) {
            inOrder.removeAll(JsonFields.PLACE);
            inOrder.addAll(JsonFields.PLACE);
        }
        return inOrder;
    }

    @Override
    public RawRecord next() {
        if (!goToObject(json)) {
            return null;
        }
        long number = json.record();
        String[] cells = new String[positions.size()];
        List<RawRecord.Fault> faults = new ArrayList<>();
        fields.read((name, value) -> {
            int position = positions.get(name);
            if (cells[position] != null) {
                faults.add(new RawRecord.Fault(position, "DUPLICATE_FIELD", "The record has this field twice"));
            }
            cells[position] = value;
        });
        List<String> row =
                Arrays.stream(cells).map(cell -> cell == null ? "" : cell).toList();
        return new RawRecord(number, row, row.size(), faults);
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    private static boolean goToObject(JsonText json) {
        json.countRecord();
        JsonToken token = json.next();
        if (token == null || token == JsonToken.END_ARRAY) {
            return false;
        }
        if (token != JsonToken.START_OBJECT) {
            throw json.malformed("The records before are objects, this one is none");
        }
        return true;
    }

    private static JsonFields fields(JsonText json, JsonLayout layout) {
        return new JsonFields(json, layout.form() == TableForm.GEOJSON);
    }
}
