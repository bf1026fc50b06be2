package org.humdash.gateway.situation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.humdash.vocabulary.access.Clearance;
import org.junit.jupiter.api.Test;

class LastGoodTest {

    private static final Instant NOON = Instant.parse("2025-12-19T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2025, 12, 19);

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);

    @Test
    void aValueKnowsWhatItWasReadAtAndHowOldItIs() {
        LastGood lastGood = new LastGood(Duration.ofHours(1), 1_000_000, clock);
        lastGood.keep(question(1, Clearance.PUBLIC), answer("{\"figure\":0.10}"));
        now.set(NOON.plusSeconds(90));

        LastGood.Value value = lastGood.of(question(1, Clearance.PUBLIC)).orElseThrow();

        assertEquals("{\"figure\":0.10}", value.answer().data().toString());
        assertEquals(DAY, value.answer().asOf());
        assertEquals(NOON.minusSeconds(5), value.answer().knownAt());
        assertEquals(Duration.ofSeconds(90), value.age());
    }

    @Test
    void aValueIsGoodForItsTimeAndNotAMomentLonger() {
        LastGood lastGood = new LastGood(Duration.ofHours(1), 1_000_000, clock);
        lastGood.keep(question(1, Clearance.PUBLIC), answer("{}"));

        now.set(NOON.plusSeconds(3_599));
        assertTrue(lastGood.of(question(1, Clearance.PUBLIC)).isPresent());
        now.set(NOON.plusSeconds(3_600));
        assertEquals(Optional.empty(), lastGood.of(question(1, Clearance.PUBLIC)));
    }

    @Test
    void aNewerValueTakesThePlaceOfTheOlderOne() {
        LastGood lastGood = new LastGood(Duration.ofHours(1), 1_000_000, clock);
        lastGood.keep(question(1, Clearance.PUBLIC), answer("[1]"));
        now.set(NOON.plusSeconds(3_000));
        lastGood.keep(question(1, Clearance.PUBLIC), answer("[2]"));
        now.set(NOON.plusSeconds(6_000));

        LastGood.Value value = lastGood.of(question(1, Clearance.PUBLIC)).orElseThrow();

        assertEquals("[2]", value.answer().data().toString());
        assertEquals(Duration.ofSeconds(3_000), value.age());
    }

    @Test
    void noClearanceSeesTheValueOfAnother() {
        LastGood lastGood = new LastGood(Duration.ofHours(1), 1_000_000, clock);
        lastGood.keep(question(1, Clearance.PARTNER), answer("[\"for partners\"]"));

        assertEquals(Optional.empty(), lastGood.of(question(1, Clearance.PUBLIC)));
        assertEquals(Optional.empty(), lastGood.of(question(1, Clearance.STAFF)));
    }

    @Test
    void itTakesNoMoreMemoryThanItMayHoweverManyQuestionsThereAre() {
        LastGood lastGood = new LastGood(Duration.ofHours(1), 100_000, clock);
        for (int i = 0; i < 1_000; i++) {
            lastGood.keep(question(i, Clearance.PUBLIC), answer("\"" + "x".repeat(10_000) + "\""));
        }

        assertTrue(lastGood.bytes() > 50_000 && lastGood.bytes() <= 100_000, lastGood.bytes() + " bytes");
    }

    @Test
    void withoutAnAgeNothingIsKept() {
        LastGood lastGood = new LastGood(Duration.ZERO, 1_000_000, clock);
        lastGood.keep(question(1, Clearance.PUBLIC), answer("{}"));

        assertEquals(0, lastGood.bytes());
        assertEquals(Optional.empty(), lastGood.of(question(1, Clearance.PUBLIC)));
    }

    private static LastGood.Question question(int number, Clearance clearance) {
        return new LastGood.Question(SectionName.CLAIMS, "GAZA-" + number, "PS02", true, null, null, clearance);
    }

    private static SectionAnswer answer(String body) {
        return new SectionAnswer(
                JsonNodeFactory.instance.nullNode(), body.getBytes(StandardCharsets.UTF_8), DAY, NOON.minusSeconds(5));
    }
}
