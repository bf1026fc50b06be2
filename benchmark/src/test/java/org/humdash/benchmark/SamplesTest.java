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

class SamplesTest {

    private final List<Sample> samples =
            LongStream.rangeClosed(1, 20_000).mapToObj(new Samples()::at).toList();

    @Test
    void samplesAreTheSameEveryTime() {
        assertEquals(new Samples().at(17), new Samples().at(17));
        assertEquals("benchmark-17", samples.get(16).reference());
    }

    @Test
    void samplesAreSpreadOverDaysTypesAreasAndSources() {
        assertEquals(730, different(Sample::day));
        assertEquals(10, different(Sample::type));
        assertEquals(16, different(Sample::adm2));
        assertEquals(20, different(Sample::source));
        assertEquals(
                LocalDate.of(2025, 12, 30),
                samples.stream().map(Sample::day).max(LocalDate::compareTo).orElseThrow());
    }

    @Test
    void eachSampleIsAnotherIncident() {
        assertEquals(20_000, different(Sample::id));
        assertEquals(20_000, different(Sample::reference));
        assertEquals(20_000, different(Sample::fingerprint));
    }

    @Test
    void identifiersAreOfVersionSevenAndInOrder() {
        assertTrue(samples.stream()
                .allMatch(sample -> sample.id().version() == 7 && sample.id().variant() == 2));
        List<String> ids =
                samples.stream().map(sample -> sample.id().toString()).toList();
        assertEquals(ids.stream().sorted().toList(), ids);
    }

    private long different(Function<Sample, Object> what) {
        Collection<Object> seen = new HashSet<>();
        samples.forEach(sample -> seen.add(what.apply(sample)));
        return seen.size();
    }
}
