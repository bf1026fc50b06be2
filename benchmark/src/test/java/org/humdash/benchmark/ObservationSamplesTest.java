package org.humdash.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ObservationSamplesTest {

    private static final int ROWS = 20_000;

    private final List<ObservationSample> samples = samples(ROWS);

    @Test
    void samplesAreTheSameEveryTime() {
        assertEquals(new ObservationSamples(ROWS).at(17), samples.get(16));
        assertEquals("benchmark-17", samples.get(16).reference());
    }

    @Test
    void oneSourceStatesEveryDayOfTenYearsInOrder() {
        List<LocalDate> days = samples.stream()
                .filter(sample -> sample.originator().equals(ObservationSamples.DAILY_SOURCE))
                .map(ObservationSample::day)
                .toList();
        assertEquals(3_653, days.size());
        assertEquals(
                LocalDate.of(2016, 1, 1).datesUntil(LocalDate.of(2026, 1, 1)).toList(), days);
    }

    @Test
    void theOthersAreSpreadOverIndicatorsAreasAndSourcesUpToTheSameLastDay() {
        assertEquals(20, different(samples, ObservationSample::indicator));
        assertEquals(18, different(samples, ObservationSample::area));
        assertEquals(7, different(samples, ObservationSample::originator));
        assertEquals(4, different(samples, ObservationSample::sensitivity));
        for (List<ObservationSample> some : List.of(samples, samples(50_000))) {
            assertEquals(ObservationSamples.LAST_DAY, some.getLast().day());
        }
    }

    @Test
    void eachSampleIsAnotherObservation() {
        assertEquals(ROWS, different(samples, ObservationSample::id));
        assertEquals(ROWS, different(samples, ObservationSample::reference));
        assertEquals(ROWS, different(samples, ObservationSample::fingerprint));
    }

    @Test
    void nobodyPassesOnWhatIsHisOwn() {
        assertEquals(
                List.of(),
                samples.stream()
                        .filter(sample -> sample.originator().equals(sample.publisher()))
                        .toList());
    }

    private static List<ObservationSample> samples(int rows) {
        ObservationSamples samples = new ObservationSamples(rows);
        return LongStream.rangeClosed(1, rows).mapToObj(samples::at).toList();
    }

    private static long different(List<ObservationSample> samples, Function<ObservationSample, Object> what) {
        return samples.stream().map(what).distinct().count();
    }
}
