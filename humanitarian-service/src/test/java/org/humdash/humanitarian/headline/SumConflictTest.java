package org.humdash.humanitarian.headline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.humdash.humanitarian.headline.SumConflict.Kind;
import org.humdash.humanitarian.headline.SumConflict.Value;
import org.junit.jupiter.api.Test;

class SumConflictTest {

    private static final LocalDate FROM = LocalDate.of(2025, 12, 1);
    private static final LocalDate TO = LocalDate.of(2025, 12, 10);
    private static final SumTerms TERMS = new SumTerms("OCHA", "OWN", null, null, FROM, TO);

    @Test
    void figuresThatHaveAllInCommonDoNotConflict() {
        assertEquals(List.of(), SumConflict.among(Map.of("PS0255", TERMS, "PS0260", TERMS)));
        assertEquals(List.of(), SumConflict.among(Map.of()));
    }

    @Test
    void aFigureAboutAHazardIsNotAddedToOneAboutNone() {
        List<SumConflict> conflicts = SumConflict.among(Map.of(
                "PS0255",
                TERMS,
                "PS0260",
                new SumTerms("OCHA", "OWN", "STORM-BYRON-2025-12", "STORM-BYRON-2025-12", FROM, TO)));
        assertEquals(
                List.of(new SumConflict(
                        Kind.HAZARD,
                        List.of(
                                new Value(null, List.of("PS0255")),
                                new Value("STORM-BYRON-2025-12", List.of("PS0260"))))),
                conflicts);
        assertEquals(
                "The figures of the areas inside are of 2 hazards: – (PS0255), STORM-BYRON-2025-12 (PS0260). Only figures of"
                        + " one originator, one definition, one hazard and one period are added up.",
                SumConflict.reason(conflicts).en());
        assertEquals(
                "تختلف أرقام المناطق الداخلة في الخطر: – (PS0255), STORM-BYRON-2025-12 (PS0260). لا تُجمع إلا أرقام مصدر واحد"
                        + " وتعريف واحد وخطر واحد وفترة واحدة.",
                SumConflict.reason(conflicts).ar());
    }

    @Test
    void periodsThatEndTogetherAndBeginApartAreTwo() {
        assertEquals(
                List.of(Kind.PERIOD),
                SumConflict.among(Map.of(
                                "PS0255",
                                TERMS,
                                "PS0260",
                                new SumTerms("OCHA", "OWN", null, null, FROM.plusDays(1), TO)))
                        .stream()
                        .map(SumConflict::what)
                        .toList());
    }

    @Test
    void figuresAboutHazardsThatMayNotBeNamedAreToldApartWithoutNamingThem() {
        SumTerms first = new SumTerms("OCHA", "OWN", "STORM-HIDDEN-2", null, FROM, TO);
        SumTerms second = new SumTerms("OCHA", "OWN", "STORM-HIDDEN-1", null, FROM, TO);
        List<SumConflict> conflicts =
                SumConflict.among(Map.of("PS0260", first, "PS0265", second, "PS0255", TERMS, "PS0270", first));
        assertEquals(
                List.of(new SumConflict(
                        Kind.HAZARD,
                        List.of(
                                new Value(null, List.of("PS0255")),
                                new Value(null, List.of("PS0260", "PS0270")),
                                new Value(null, List.of("PS0265"))))),
                conflicts);
        assertEquals(
                "The figures of the areas inside are of 3 hazards: – (PS0255), – (PS0260, PS0270), – (PS0265). Only figures of"
                        + " one originator, one definition, one hazard and one period are added up.",
                SumConflict.reason(conflicts).en());
        assertEquals(List.of(), SumConflict.among(Map.of("PS0260", first, "PS0270", first)));
    }
}
