package org.humdash.humanitarian.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.humdash.vocabulary.text.BilingualText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionHistoryTest {

    private static final DefinitionHistory HISTORY = DefinitionHistory.of(
            "COUNTED",
            List.of(version(1, null), version(2, LocalDate.of(2025, 11, 1)), version(3, LocalDate.of(2025, 12, 1))));

    @ParameterizedTest
    @CsvSource({"1990-01-01, 1", "2025-10-31, 1", "2025-11-01, 2", "2025-11-30, 2", "2025-12-01, 3", "2100-01-01, 3"})
    void aFigureFollowsTheVersionValidOnTheLastDayOfItsPeriod(LocalDate day, int number) {
        assertEquals(number, HISTORY.on(day).number());
    }

    private static DefinitionVersion version(int number, LocalDate validFrom) {
        BilingualText text = new BilingualText("Way " + number, null);
        return new DefinitionVersion(number, validFrom, text, null, null, number == 1 ? null : text);
    }
}
