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
        assertEquals(400, different(Sample::day));
        assertEquals(10, different(Sample::type));
        assertEquals(10, different(Sample::adm2));
        assertEquals(6, different(Sample::grade));
        assertEquals(4, different(Sample::sensitivity));
        assertEquals(20, different(Sample::source));
        assertEquals(
                Samples.LAST_DAY,
                samples.stream().map(Sample::lastDay).max(LocalDate::compareTo).orElseThrow());
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
