package org.humdash.incident.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.humdash.incident.ceasefire.CeasefireSummary;
import org.humdash.incident.violation.ViolationType;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.EstimateText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncidentRulesTest {

    private static final LocalDate DAY = LocalDate.parse("2025-10-19");

    private static final IncidentRules RULES = new IncidentRules(
            Map.of("C-1", new CeasefireSummary("C-1", "PS02", DAY)), Set.of("A", "B"), LocalDate.parse("2025-12-19"));

    @Test
    void whatKeepsTheRulesHasNoProblem() {
        assertEquals(
                List.of(),
                problems("C-1", "A", occurrence(DAY, DAY, 1), Place.UNKNOWN, List.of(report("A", null, "3"))));
        assertEquals(
                List.of(),
                problems(
                        "C-1",
                        "A",
                        occurrence(DAY, DAY.plusDays(30), 4),
                        new Place("x", "PS02", "PS0260", 31.5, 34.4, 1),
                        List.of(report("A", "B", "about 3"))));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-10-19, 2025-10-18, 1, occurred_to PERIOD_REVERSED",
        "2025-10-19, 2025-10-20, 1, date_precision NOT_ONE_DAY",
        "2025-10-19, 2025-10-19, 6, date_precision OUT_OF_RANGE",
        "2025-12-20, 2025-12-20, 1, occurred_from IN_THE_FUTURE",
        "2024-01-01, 2025-06-01, 5, occurred_to TOO_LONG",
        "1025-10-19, 1025-10-19, 1, occurred_from OUT_OF_RANGE"
    })
    void aDateThatCannotBeMeantIsAProblem(LocalDate from, LocalDate to, int precision, String problem) {
        assertEquals(
                List.of(problem),
                problems("C-1", "A", occurrence(from, to, precision), Place.UNKNOWN, List.of(report("A", null, null)))
                        .stream()
                        .limit(1)
                        .toList());
    }

    @Test
    void aTimeOfDayNeedsADay() {
        assertEquals(
                List.of("local_time NOT_ONE_DAY"),
                problems(
                        "C-1",
                        "A",
                        new Occurrence(DAY, DAY.plusDays(1), LocalTime.NOON, 2),
                        Place.UNKNOWN,
                        List.of(report("A", null, null))));
    }

    @ParameterizedTest
    @CsvSource({
        "PS01, PS0260, 31.5, 34.4, 1, adm2 NOT_IN_ADM1",
        "PS0260, , , , , adm1 UNKNOWN_PCODE",
        "PS02, PS02, , , , adm2 UNKNOWN_PCODE",
        ", , 31.5, , , lat HALF_A_POSITION",
        ", , 91, 34.4, , lat OUT_OF_RANGE",
        ", , 31.5, -181, , lon OUT_OF_RANGE",
        ", , NaN, 34.4, , lat OUT_OF_RANGE",
        ", , , , 8, geo_precision OUT_OF_RANGE"
    })
    void aPlaceThatCannotBeIsAProblem(
            String adm1, String adm2, Double lat, Double lon, Integer precision, String problem) {
        assertEquals(
                List.of(problem),
                problems(
                        "C-1",
                        "A",
                        occurrence(DAY, DAY, 1),
                        new Place(null, adm1, adm2, lat, lon, precision),
                        List.of(report("A", null, null))));
    }

    @Test
    void sourcesAndCeasefireHaveToBeRegistered() {
        assertEquals(
                List.of(
                        "source UNKNOWN_SOURCE",
                        "ceasefire UNKNOWN_CEASEFIRE",
                        "report_source UNKNOWN_SOURCE",
                        "relay_of UNKNOWN_SOURCE"),
                problems("C-9", "X", occurrence(DAY, DAY, 1), Place.UNKNOWN, List.of(report("Y", "Z", null))));
        assertEquals(
                List.of("relay_of RELAYS_ITSELF"),
                problems("C-1", "A", occurrence(DAY, DAY, 1), Place.UNKNOWN, List.of(report("A", "A", null))));
        assertEquals(
                List.of("reports OUT_OF_RANGE"),
                problems("C-1", "A", occurrence(DAY, DAY, 1), Place.UNKNOWN, List.of()));
    }

    @Test
    void peopleAreCountedWholeAndAJudgementNeedsAReason() {
        Estimate half = EstimateText.parse("2.5");
        assertEquals(
                List.of("killed NOT_WHOLE"),
                problems("C-1", "A", occurrence(DAY, DAY, 1), Place.UNKNOWN, List.of(report("A", null, "2.5"))));
        assertEquals(
                List.of("estimate_reason MISSING"),
                problems(i -> judged(i, new Figures(Estimate.exact(2), null, null), null, null, null)));
        assertEquals(List.of("grade_reason MISSING"), problems(i -> judged(i, Figures.NONE, null, Grade.FAIR, null)));
        assertEquals(List.of("grade_reason MISSING"), problems(i -> judged(i, Figures.NONE, null, null, "because")));
        assertEquals(
                List.of("killed NOT_WHOLE"),
                problems(i -> judged(i, new Figures(half, null, null), "because", null, null)));
    }

    @Test
    void invisibleControlCharactersAreRefused() {
        assertEquals(
                List.of("place_name CONTROL_CHARACTER"),
                problems(
                        "C-1",
                        "A",
                        occurrence(DAY, DAY, 1),
                        new Place("a\u202eb", null, null, null, null, null),
                        List.of(report("A", null, null))));
    }

    private static List<String> problems(UnaryOperator<Incident> change) {
        return problems(
                "A",
                change.apply(
                        incident("C-1", occurrence(DAY, DAY, 1), Place.UNKNOWN, List.of(report("A", null, null)))));
    }

    private static List<String> problems(
            String ceasefire, String source, Occurrence occurrence, Place place, List<Report> reports) {
        return problems(source, incident(ceasefire, occurrence, place, reports));
    }

    private static List<String> problems(String source, Incident incident) {
        return RULES.problems(new IncidentDraft(7, source, "r", incident, null, null, null, null)).stream()
                .map(problem -> problem.column() + " " + problem.code())
                .toList();
    }

    private static Occurrence occurrence(LocalDate from, LocalDate to, int precision) {
        return new Occurrence(from, to, null, precision);
    }

    private static Report report(String source, String relayOf, String killed) {
        return DerivedFiguresTest.report(source, relayOf, null, killed);
    }

    private static Incident incident(String ceasefire, Occurrence occurrence, Place place, List<Report> reports) {
        return new Incident(
                ceasefire,
                ViolationType.AIR_STRIKE,
                occurrence,
                place,
                null,
                Responsibility.UNCLAIMED,
                Figures.NONE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                reports);
    }

    private static Incident judged(
            Incident i, Figures figures, String estimateReason, Grade grade, String gradeReason) {
        return new Incident(
                i.ceasefire(),
                i.type(),
                i.occurrence(),
                i.place(),
                null,
                i.responsibility(),
                figures,
                estimateReason,
                null,
                null,
                null,
                grade,
                gradeReason,
                null,
                null,
                null,
                i.reports());
    }
}
