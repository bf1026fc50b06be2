package org.humdash.humanitarian.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeriesKeyTest {

    @Test
    void thePlaceOfASeriesDoesNotTellWhatAHiddenHazardIsCalled() {
        SeriesKey first = new SeriesKey("OCHA", "OWN", "STORM-A", null);
        SeriesKey hidden = new SeriesKey("OCHA", "OWN", "STORM-B", null);
        SeriesKey last = new SeriesKey("OCHA", "OWN", "STORM-C", null);
        assertEquals(
                List.of(hidden, first, last),
                Stream.of(last, hidden, first)
                        .sorted(SeriesKey.orderWithoutNaming(Set.of("STORM-B")))
                        .toList());
        assertEquals(
                List.of(first, hidden, last),
                Stream.of(last, hidden, first)
                        .sorted(SeriesKey.orderWithoutNaming(Set.of()))
                        .toList());
    }
}
