package org.humdash.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class IncidentSamplesTest {

    private final List<IncidentSample> samples = LongStream.rangeClosed(1, 20_000)
            .mapToObj(new IncidentSamples()::at)
            .toList();

    @Test
    void samplesAreTheSameEveryTime() {
        assertEquals(new IncidentSamples().at(17), new IncidentSamples().at(17));
        assertEquals("benchmark-17", samples.get(16).reference());
    }

    @Test
    void samplesAreSpreadOverDaysTypesAreasAndSources() {
        assertEquals(400, different(IncidentSample::day));
        assertEquals(10, different(IncidentSample::type));
        assertEquals(10, different(IncidentSample::adm2));
        assertEquals(6, different(IncidentSample::grade));
        assertEquals(4, different(IncidentSample::sensitivity));
        assertEquals(20, different(IncidentSample::source));
        assertEquals(
                IncidentSamples.LAST_DAY,
                samples.stream()
                        .map(IncidentSample::lastDay)
                        .max(LocalDate::compareTo)
                        .orElseThrow());
    }

    @Test
    void nineteenOfTwentySamplesAreOfOneDayAndOnlyTheseMayHaveATime() {
        assertEquals(
                0.95,
                samples.stream().filter(sample -> sample.datePrecision() == 1).count() / 20_000.0,
                0.01);
        assertTrue(samples.stream().allMatch(sample -> sample.days() == 1 || sample.localTime() == null));
    }

    @Test
    void eachSampleIsAnotherIncident() {
        assertEquals(20_000, different(IncidentSample::id));
        assertEquals(20_000, different(IncidentSample::reference));
        assertEquals(20_000, different(IncidentSample::fingerprint));
    }

    @Test
    void identifiersAreOfVersionSevenAndInOrder() {
        assertTrue(samples.stream()
                .allMatch(sample -> sample.id().version() == 7 && sample.id().variant() == 2));
        List<String> ids =
                samples.stream().map(sample -> sample.id().toString()).toList();
        assertEquals(ids.stream().sorted().toList(), ids);
    }

    private long different(Function<IncidentSample, Object> what) {
        Collection<Object> seen = new HashSet<>();
        samples.forEach(sample -> seen.add(what.apply(sample)));
        return seen.size();
    }
}
