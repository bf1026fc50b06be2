package org.humdash.humanitarian.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.humdash.humanitarian.StartingData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the known providers' files name as sources is among those an installation starts with: nothing has to be prepared. */
class KnownProvidersTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "tfp/casualties_daily.json, GAZA_GMO GAZA_MOH TECH_FOR_PALESTINE",
        "tfp/west_bank_daily.json, OCHA TECH_FOR_PALESTINE",
        "tfp/infrastructure-damaged.json, GAZA_GMO TECH_FOR_PALESTINE",
        "dtm/displacement-admin2-admin0pcode-hti.json, IOM",
        "idmc-pse/idmc-event-data-for-pse.csv, IDMC"
    })
    void everySourceOfARealFileIsRegistered(String file, String sources) throws IOException {
        assertRegistered(Mapped.of(Mapped.sharedData(file), Map.of()), sources);
    }

    @Test
    void everySourceOfRowsOfTheHumanitarianApiIsRegistered() throws IOException {
        String row =
                "{\"location_code\": \"PSE\", \"resource_hdx_id\": \"x\", \"reference_period_start\": \"2025-01-01\","
                        + " \"reference_period_end\": \"2025-12-31\", \"population\": 7,";
        assertRegistered(
                Mapped.of(
                        "[" + row + " \"population_status\": \"INN\", \"sector_code\": \"Intersectoral\"}]", Map.of()),
                "OCHA");
        assertRegistered(
                Mapped.of("[" + row + " \"assessment_type\": \"BA\", \"reporting_round\": 1}]", Map.of()), "IOM");
    }

    @Test
    void everySourceOfARowOfIdmcIsRegistered() throws IOException {
        Mapped table = Mapped.of("""
                id,displacement_type,qualifier,figure,displacement_start_date,displacement_end_date,role,locations_name
                1,Conflict,total,75,2025-12-01,2025-12-03,Recommended figure,"Gaza Strip, Palestinian Territories"
                """, Map.of());
        assertRegistered(table, "IDMC");
        assertEquals("PS02", table.cells().getFirst().get("area"));
    }

    private static void assertRegistered(Mapped table, String sources) throws IOException {
        Set<String> named = table.cells().stream()
                .flatMap(cells -> Stream.of("originator", "publisher").map(cells::get))
                .filter(code -> code != null)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(sources, String.join(" ", named));
        List<String> registered = StartingData.rows("sources.csv").stream()
                .map(row -> row.get("code"))
                .toList();
        assertEquals(
                List.of(),
                named.stream().filter(code -> !registered.contains(code)).toList());
    }
}
