package org.humdash.humanitarian.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Maps files of others as they are, where copies lie in shared/data beside the repository. What is expected was worked out
 * from the files by other means.
 */
class MappedSharedDataTest {

    private static final Predicate<Map<String, String>> FIRST_TEN_WEEKS = cells ->
            "2025-10-10".compareTo(cells.get("valid_to")) <= 0 && "2025-12-17".compareTo(cells.get("valid_to")) >= 0;

    @Test
    void newDeathsOfTheTruceAreAnIndicatorOfTheirOwnAndDaysWithoutAReportAreNone() throws IOException {
        Mapped casualties = Mapped.of(Mapped.sharedData("tfp/casualties_daily.json"), Map.of());
        assertEquals("TFP_CASUALTIES", casualties.kind());
        List<Map<String, String>> newDeaths = casualties.of("KILLED_TRUCE_NEW_DAILY").stream()
                .filter(FIRST_TEN_WEEKS)
                .toList();
        assertEquals(50, newDeaths.size());
        assertEquals(393, sum(newDeaths));
        assertEquals(
                15,
                casualties.cells().stream()
                        .filter(cells -> "NO_REPORT".equals(cells.get("report"))
                                && cells.get("indicator").equals("KILLED_TRUCE_NEW_DAILY"))
                        .filter(FIRST_TEN_WEEKS)
                        .count());
        assertEquals(636, sum(tenWeeksOf(casualties, "KILLED_RECOVERED_DAILY")));
        assertEquals(2428, sum(tenWeeksOf(casualties, "KILLED_COMMITTEE_DAILY")));
        assertEquals(9, sum(tenWeeksOf(casualties, "KILLED_SUCCUMBED_DAILY")));
        assertEquals(3466, sum(tenWeeksOf(casualties, "KILLED_ADDED_DAILY")));
    }

    @Test
    void aReportOfSeveralDaysCoversThem() throws IOException {
        Mapped casualties = Mapped.of(Mapped.sharedData("tfp/casualties_daily.json"), Map.of());
        assertEquals(
                Map.ofEntries(
                        Map.entry("indicator", "KILLED_TRUCE_NEW_DAILY"),
                        Map.entry("area", "PS02"),
                        Map.entry("originator", "GAZA_MOH"),
                        Map.entry("publisher", "TECH_FOR_PALESTINE"),
                        Map.entry("reference", "casualties-2025-11-08:KILLED_TRUCE_NEW_DAILY"),
                        Map.entry("value", "1"),
                        Map.entry("valid_from", "2025-11-06"),
                        Map.entry("valid_to", "2025-11-08"),
                        Map.entry("published_on", "2025-11-08")),
                casualties.of("KILLED_TRUCE_NEW_DAILY").stream()
                        .filter(cells -> cells.get("valid_to").equals("2025-11-08"))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void anEntryThatSaysNobodyReportedAndHasDeathsIsRefusedForThem() throws IOException {
        Mapped casualties = Mapped.of(Mapped.sharedData("tfp/casualties_daily.json"), Map.of());
        assertEquals(
                List.of(
                        "killed FIGURE_WITHOUT_REPORT",
                        "killed_recovered FIGURE_WITHOUT_REPORT",
                        "injured FIGURE_WITHOUT_REPORT"),
                casualties.problems().stream()
                        .map(problem -> problem.column() + " " + problem.code())
                        .toList());
        assertEquals(
                "The report_period is 0, which is no report, but the figure is 8",
                casualties.problems().getFirst().message());
    }

    @Test
    void nothingIsReadThatWasExtrapolatedOrFilledIn() throws IOException {
        Mapped casualties = Mapped.of(Mapped.sharedData("tfp/casualties_daily.json"), Map.of());
        assertEquals(
                Set.of("massacres_cum"),
                casualties.proposal().unused().stream()
                        .filter(column -> !column.startsWith("ext_"))
                        .collect(Collectors.toSet()));
        assertEquals(921, casualties.of("KILLED_ADDED_DAILY").size());
        assertEquals(453, casualties.of("KILLED_TRUCE_NEW_DAILY").size());
        assertEquals(936 + 128 + 127, casualties.of("KILLED_CUMULATIVE").size());
        assertEquals(935, casualties.of("INJURED_CUMULATIVE").size());
        assertEquals(
                113 * 3,
                casualties.cells().stream()
                        .filter(cells -> cells.containsKey("report"))
                        .count());
        assertEquals(
                22,
                casualties.of("KILLED_CUMULATIVE").stream()
                        .filter(cells -> cells.get("originator").equals("GAZA_GMO"))
                        .map(cells -> cells.get("valid_to"))
                        .distinct()
                        .count());
    }

    @Test
    void whatOchaVerifiedIsKeptApartFromItsFlashUpdates() throws IOException {
        Mapped westBank = Mapped.of(Mapped.sharedData("tfp/west_bank_daily.json"), Map.of());
        assertEquals("TFP_WEST_BANK", westBank.kind());
        assertEquals(List.of(), westBank.problems());
        Map<String, Long> byDefinition = westBank.of("KILLED_CUMULATIVE").stream()
                .filter(cells -> !cells.containsKey("age"))
                .collect(Collectors.groupingBy(cells -> cells.get("definition"), Collectors.counting()));
        assertEquals(Map.of("OCHA_VERIFIED", 402L, "OCHA_FLASH", 256L), byDefinition);
        assertEquals(
                401,
                westBank.of("KILLED_DAILY").stream()
                        .filter(cells -> !cells.containsKey("age"))
                        .count());
        assertEquals(256, westBank.of("SETTLER_ATTACKS_CUMULATIVE").size());
    }

    @Test
    void damageToBuildingsIsReadWhereItWasStated() throws IOException {
        Mapped damage = Mapped.of(Mapped.sharedData("tfp/infrastructure-damaged.json"), Map.of());
        assertEquals("TFP_INFRASTRUCTURE", damage.kind());
        assertEquals(List.of(), damage.problems());
        assertEquals(111 + 95 + 94 + 88 + 87 + 86 + 70, damage.rows().size());
        assertEquals("416000", damage.of("HOUSING_UNITS_DESTROYED").getLast().get("value"));
    }

    @Test
    void everyRecordOfDtmIsAPartWithItsReasonAndOrigin() throws IOException {
        Mapped haiti = Mapped.of(Mapped.sharedData("dtm/displacement-admin2-admin0pcode-hti.json"), Map.of());
        assertEquals("DTM", haiti.kind());
        assertEquals(List.of(), haiti.problems());
        assertEquals(List.of(), haiti.proposal().missing());
        assertEquals(1384 + 2 * 1134, haiti.rows().size());
        assertEquals(
                Map.of(
                        "indicator", "IDPS_PRESENT",
                        "originator", "IOM",
                        "area", "HT0116",
                        "reference", "dtm-33176:ALL",
                        "value", "6683",
                        "valid_from", "2010-11-30",
                        "valid_to", "2010-11-30",
                        "note", "Operation: Haiti Earthquake; round: 1; reason: Natural disaster; assessment: SA"),
                haiti.cells().getFirst());
    }

    @Test
    void displacementsOfIdmcHaveTheirQualifierAndTheAreaAroundAllTheirPlaces() throws IOException {
        Mapped events = Mapped.of(Mapped.sharedData("idmc-pse/idmc-event-data-for-pse.csv"), Map.of());
        assertEquals("IDMC", events.kind());
        assertEquals(49, events.rows().size());
        Map<String, String> first = events.cells().getFirst();
        assertEquals("7555", first.get("value"));
        assertEquals("PS02", first.get("area"));
        assertEquals("2025-05-28", first.get("valid_from"));
        assertEquals("2025-06-03", first.get("valid_to"));
        assertEquals("DISPLACEMENTS", first.get("indicator"));
        assertEquals("IDMC", first.get("originator"));
        Map<String, Long> byArea = events.cells().stream()
                .collect(Collectors.groupingBy(cells -> cells.get("area"), Collectors.counting()));
        assertEquals(22, byArea.get("PS02"), "the Strip as a whole, wherever its middle was put");
        assertEquals(12, byArea.get("PS01"));
    }

    @Test
    void anyTaggedTableIsMappedByItsTags() throws IOException {
        for (String name :
                List.of("input-valid.csv", "input-valid.json", "input-valid.tsv", "input-valid-objects.json")) {
            Mapped targeted = Mapped.of(Mapped.sharedData("hxl/" + name), Map.of("originator", "ACNUR"));
            assertEquals("HXL", targeted.kind(), name);
            assertEquals(
                    Set.of("PEOPLE_TARGETED_FEMALE", "PEOPLE_TARGETED_MALE"),
                    targeted.proposal().mapping().figures().keySet(),
                    name);
            Map<String, String> first = targeted.cells().getFirst();
            assertEquals("100", first.get("value"), name);
            assertEquals("FEMALE", first.get("sex"), name);
            assertEquals("2015-03-01", first.get("valid_to"), name);
            assertEquals("Los Santos", first.get("area"), name);
        }
    }

    private static List<Map<String, String>> tenWeeksOf(Mapped table, String indicator) {
        return table.of(indicator).stream().filter(FIRST_TEN_WEEKS).toList();
    }

    private static int sum(List<Map<String, String>> records) {
        return records.stream()
                .mapToInt(cells -> Integer.parseInt(cells.get("value")))
                .sum();
    }
}
