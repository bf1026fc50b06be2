package org.humdash.vocabulary.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.humdash.vocabulary.table.Tables.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads files of others as they are, where copies lie in shared/data beside the repository. */
class DetectedTableSharedDataTest {

    @ParameterizedTest
    @CsvSource({
        "hxl/input-date.csv, TEXT, UTF-8, 8, 8, 3",
        "hxl/input-fuzzy.csv, TEXT, UTF-8, 9, 4, 4",
        "hxl/input-multiple-headers.csv, TEXT, UTF-8, 4, 2, 4",
        "hxl/input-untagged.csv, TEXT, UTF-8, 9, 4, 3",
        "hxl/input-valid-latin1.csv, TEXT, windows-1252, 9, 4, 4",
        "hxl/input-valid-objects.json, JSON_OBJECTS, UTF-8, 9, 4, 1",
        "hxl/input-valid.csv, TEXT, UTF-8, 9, 4, 4",
        "hxl/input-valid.json, JSON_ARRAYS, UTF-8, 9, 4, 4",
        "hxl/input-valid.tsv, TEXT, UTF-8, 9, 4, 4",
        "hxl/input-whitespace.csv, TEXT, UTF-8, 7, 8, 3",
        "ucdp-ged/conflict_data_BGD.csv, TEXT, UTF-8, 45, 601, 3",
        "ocha-ukr-hostilities/UKR_Hostilities.geojson, GEOJSON, UTF-8, 22, 596, 1",
        "idmc-pse/idmc-event-data-for-pse.csv, TEXT, UTF-8, 36, 61, 3",
        "tfp/casualties_daily.json, JSON_OBJECTS, UTF-8, 31, 1051, 1",
        "tfp/west_bank_daily.json, JSON_OBJECTS, UTF-8, 18, 1051, 1",
        "dtm/displacement-admin2-admin0pcode-hti.json, JSON_OBJECTS, UTF-8, 19, 1384, 1"
    })
    void everyRowOfAFileIsRead(String name, TableForm form, String encoding, int columns, int rows, int firstRow)
            throws IOException {
        Read read = Tables.read(SharedData.file(name));
        assertEquals(form, read.form());
        assertEquals(Charset.forName(encoding), read.encoding());
        assertEquals(columns, read.columns().size());
        assertEquals(rows, read.rows().size());
        assertTrue(
                read.rows().getFirst().startsWith(firstRow + ": "), read.rows().getFirst());
        assertEquals(List.of(), read.problems());
    }

    @Test
    void sameTableIsReadInEveryFormItIsPublishedIn() throws IOException {
        List<String> csv = Tables.read(SharedData.file("hxl/input-valid.csv")).rows();
        assertEquals(csv, Tables.read(SharedData.file("hxl/input-valid.tsv")).rows());
        assertEquals(
                csv, Tables.read(SharedData.file("hxl/input-valid-latin1.csv")).rows());
        assertEquals(csv, Tables.read(SharedData.file("hxl/input-valid.json")).rows());
        assertEquals(
                csv.stream().map(row -> row.substring(row.indexOf(": "))).toList(),
                Tables.read(SharedData.file("hxl/input-valid-objects.json")).rows().stream()
                        .map(row -> row.substring(row.indexOf(": ")))
                        .toList());
    }

    @Test
    void sheetWithTagsIsPreferredToTheOneBeforeIt() throws IOException {
        Read read = Tables.read(SharedData.file("hxl/input-quality.xlsx"));
        assertEquals("input-quality-hxl", read.sheet());
        assertEquals(
                List.of(
                        "",
                        "#sector+es",
                        "#subsector+es",
                        "#org+es",
                        "#targeted+f",
                        "#targeted+m",
                        "#country",
                        "#adm1",
                        "#date+reported"),
                read.tags());
        assertEquals(
                "4: 001 | WASH | Higiene | ACNUR | 100 | 100 | Panamá | Los Santos | 1 March 2015",
                read.rows().getFirst());
        assertEquals(4, read.rows().size());
        assertEquals(List.of(), read.problems());
    }

    @Test
    void otherSheetIsReadWhereItIsAskedFor() throws IOException {
        TableOptions options = new TableOptions(null, null, "input-quality-no-hxl");
        Read read = Tables.read(SharedData.file("hxl/input-quality.xlsx"), options);
        assertEquals(List.of("", "", "", "", "", "", "", "", ""), read.tags());
        assertEquals(4, read.rows().size());
    }

    @Test
    void placeOfAFeatureStandsBesideItsProperties() throws IOException {
        Read read = Tables.read(SharedData.file("ocha-ukr-hostilities/UKR_Hostilities.geojson"));
        assertEquals(
                "1: 2022/12/13 | Donetska | Pokrovskyi | Kurakhivska | Hirnyk | ∅ | Гірник | Горняк | GCA | Affected | 0.0"
                        + " | https://t.me/pavlokyrylenko_donoda/5889 | UA14 | UA1416 | UA1416011 | UA1416011002"
                        + " | 48.055889 | 37.372994 | Hirnyk | 37.3729941 | 48.0558891 | Point",
                read.rows().getFirst());
        assertEquals(UTF_8, read.encoding());
    }
}
