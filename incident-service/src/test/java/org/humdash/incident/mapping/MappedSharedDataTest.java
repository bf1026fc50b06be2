package org.humdash.incident.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.hxl.Row;
import org.humdash.vocabulary.mapping.MappingProposal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maps files of others as they are, where copies lie in shared/data beside the repository. */
class MappedSharedDataTest {

    private static final Map<String, String> CONSTANTS = Map.of("source", "UCDP", "ceasefire", "C");

    @Test
    void everyEventOfUcdpIsMapped() throws IOException {
        Mapped mapped = Mapped.of(Mapped.sharedData("ucdp-ged/conflict_data_BGD.csv"), CONSTANTS);
        assertEquals(TableKind.UCDP_GED.name(), mapped.proposal().kind());
        assertEquals(List.of(), mapped.proposal().missing());
        assertEquals(601, mapped.rows().size());
        assertEquals(List.of(), mapped.problems());
        assertEquals(
                1362,
                mapped.rows().stream()
                        .mapToInt(row -> Integer.parseInt(row.cells().get("killed_best")))
                        .sum());
        assertEquals(
                Map.ofEntries(
                        Map.entry("source", "UCDP"),
                        Map.entry("ceasefire", "C"),
                        Map.entry("reference", "71663"),
                        Map.entry("type", "OTHER"),
                        Map.entry("occurred_from", "2013-12-13"),
                        Map.entry("occurred_to", "2013-12-14"),
                        Map.entry("date_precision", "2"),
                        Map.entry("place_name", "Bhāndāria town"),
                        Map.entry("lat", "22.488976"),
                        Map.entry("lon", "90.062732"),
                        Map.entry("geo_precision", "1"),
                        Map.entry("killed_lower", "1"),
                        Map.entry("killed_best", "1"),
                        Map.entry("killed_upper", "1"),
                        Map.entry("description_en", "Supporters of Awami League - Supporters of BNP"),
                        Map.entry(
                                "stated_source",
                                "\"BBC Monitoring Newsfile,2013-12-14,Seven killed in clashes following Bangladesh Islamist"
                                        + " party leader's execution\"")),
                mapped.rows().getFirst().cells());
        Map<String, String> oneSided = mapped.rows().get(1).cells();
        assertEquals("CIVILIAN_SHOOTING", oneSided.get("type"));
        assertEquals("JSS/SB", oneSided.get("alleged_perpetrator"));
    }

    @Test
    void deathsOfUcdpAreARangeWhereItsBoundsDiffer() throws IOException {
        var file = Mapped.sharedData("ucdp-ged/conflict_data_BGD.csv");
        List<Row> rows = Mapped.rows(file, Mapped.of(file, CONSTANTS).proposal().mapping());
        assertEquals(Estimate.exact(1), rows.getFirst().figure("killed"));
        assertEquals(
                Estimate.range(0, 0, 1),
                rows.stream()
                        .filter(row -> row.text("reference").equals("73807"))
                        .findFirst()
                        .orElseThrow()
                        .figure("killed"));
        rows.forEach(row -> row.figure("killed"));
        assertEquals(1, rows.stream().filter(Row::refused).count(), "one states 0, 3 and 0");
    }

    @Test
    void pointsOfHostilitiesAreMappedAndTheirPlacesOutsideTheGazetteerCounted() throws IOException {
        Mapped mapped = Mapped.of(Mapped.sharedData("ocha-ukr-hostilities/UKR_Hostilities.geojson"), CONSTANTS);
        assertEquals(TableKind.OTHER.name(), mapped.proposal().kind());
        assertEquals(List.of("type"), mapped.proposal().missing());
        assertEquals(596, mapped.rows().size());
        assertEquals(List.of(), mapped.problems());
        Map<String, String> first = mapped.rows().getFirst().cells();
        assertEquals("2022-12-13", first.get("occurred_from"));
        assertEquals("Hirnyk", first.get("place_name"));
        assertEquals("48.055889", first.get("lat"));
        assertEquals("37.372994", first.get("lon"));
        assertEquals("https://t.me/pavlokyrylenko_donoda/5889", first.get("url"));
        assertEquals(
                591,
                mapped.rows().stream()
                        .map(row -> row.cells().get("reference"))
                        .distinct()
                        .count(),
                "five records are there twice");
        assertEquals(596, mapped.tally().withoutArea());
        assertEquals(0, mapped.tally().withoutPosition());
    }

    @ParameterizedTest
    @CsvSource({
        "idmc-pse/idmc-event-data-for-pse.csv, These are displacements of people",
        "dtm/displacement-admin2-admin0pcode-hti.json, These are counts of displaced people",
        "tfp/casualties_daily.json, These are totals reported day by day",
        "tfp/infrastructure-damaged.json, These are totals reported day by day",
        "tfp/west_bank_daily.json, These are totals reported day by day"
    })
    void whatIsNoIncidentIsSaidToBeNone(String name, String note) throws IOException {
        MappingProposal proposal = Mapped.of(Mapped.sharedData(name), CONSTANTS).proposal();
        assertEquals(TableKind.NOT_INCIDENTS.name(), proposal.kind());
        assertEquals(Map.of(), proposal.mapping().fields());
        assertTrue(
                proposal.notes().getFirst().startsWith(note), proposal.notes().toString());
    }
}
