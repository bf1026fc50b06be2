package org.humdash.vocabulary.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assumptions.abort;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the shipped areas against the published data set, where a copy lies in shared/data beside the repository. */
class GazetteerAgainstCodAbTest {

    private static final String PCODES = "shared/data/pse-admin/pse_pcodes.csv";

    @Test
    void shippedAreasAgreeWithTheDataSet() throws IOException {
        Gazetteer gazetteer = Gazetteer.palestine();
        List<NamedCsvRecord> rows = read(findUpwards());
        assertEquals(
                rows.stream().map(row -> row.getField("pcode")).toList(),
                gazetteer.areas().stream().map(area -> area.pcode().value()).toList());
        for (NamedCsvRecord row : rows) {
            assertAgrees(row, gazetteer.find(row.getField("pcode")).orElseThrow());
        }
    }

    private static void assertAgrees(NamedCsvRecord row, Area area) {
        assertEquals(row.getField("level"), String.valueOf(area.level()));
        assertEquals(row.getField("name_en"), area.name().en());
        assertEquals(row.getField("name_ar"), area.name().ar());
        assertEquals(
                row.getField("parent_pcode"),
                area.parent() == null ? "" : area.parent().value());
        assertEquals(row.getField("iso_3166_2"), area.iso3166() == null ? "" : area.iso3166());
        if (row.getField("center_lat").isEmpty()) {
            assertNull(area.centroid());
        } else {
            assertEquals(
                    Double.parseDouble(row.getField("center_lat")),
                    area.centroid().lat(),
                    0.001);
            assertEquals(
                    Double.parseDouble(row.getField("center_lon")),
                    area.centroid().lon(),
                    0.001);
        }
    }

    private static List<NamedCsvRecord> read(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        }
    }

    private static Path findUpwards() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(PCODES))
                .filter(Files::exists)
                .findFirst()
                .orElseGet(() -> {
                    String message = "SKIPPED: there is no " + PCODES + " in any folder above; areas are unchecked";
                    System.err.println(message);
                    return abort(message);
                });
    }
}
