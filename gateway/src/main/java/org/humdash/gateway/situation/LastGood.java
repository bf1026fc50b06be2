package org.humdash.gateway.situation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.humdash.gateway.peer.PeerAnswer;
import org.humdash.gateway.peer.PeerFailure;
import org.humdash.vocabulary.access.Clearance;

/**
 * The last good value of each question, for when there is no answer. In memory of one gateway: another one, or this one
 * after a start, has values of its own or none, and then says "unavailable". The oldest and least asked for make room.
 */
@ApplicationScoped
class LastGood {

    /** What an entry takes beside its bytes, roughly. */
    private static final int OVERHEAD = 300;

    /**
     * One question of a section.
     *
     * @param asOf null for "today": a value of yesterday says that it is of yesterday
     * @param knownAt null for "now"; a question of an instant is only answered with a value of that instant
     * @param clearance a value is never shown to another clearance, be it higher: it would be less than they may see
     */
    record Question(
            SectionName section,
            String ceasefire,
            String area,
            boolean whole,
            LocalDate asOf,
            Instant knownAt,
            Clearance clearance) {

        static Question of(SectionName section, SituationQuery query, Clearance clearance) {
            return new Question(
                    section,
                    query.ceasefire(),
                    query.area().pcode().value(),
                    query.whole(),
                    query.today() ? null : query.asOf(),
                    query.now() ? null : query.knownAt(),
                    clearance);
        }
    }

    /** A value and what it is a value of; {@code age} since it was read. */
    record Value(SectionAnswer answer, Duration age) {}

    private record Kept(byte[] bytes, LocalDate asOf, Instant knownAt, Instant readAt) {}

    private final Clock clock;
    private final Duration most;
    private final Cache<Question, Kept> values;

    @Inject
    LastGood(SituationConfig config, Clock clock, MeterRegistry registry) {
        this(config.lastGoodAge(), config.lastGoodMemory().asLongValue(), clock);
        Gauge.builder("humdash.gateway.last.good", this, LastGood::bytes)
                .description("Memory taken by the last good values of the sections")
                .baseUnit("bytes")
                .register(registry);
    }

    LastGood(Duration most, long memory, Clock clock) {
        this.clock = clock;
        this.most = most;
        this.values = Caffeine.newBuilder()
                .maximumWeight(memory)
                .weigher((Question question, Kept kept) -> kept.bytes().length + OVERHEAD)
                .expireAfterWrite(most)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    void keep(Question question, SectionAnswer answer) {
        if (!most.isZero()) {
            values.put(question, new Kept(answer.bytes(), answer.asOf(), answer.knownAt(), clock.instant()));
        }
    }

    /** The service says that there is no such thing any more: then the value is not good any more either. */
    void drop(Question question) {
        values.invalidate(question);
    }

    Optional<Value> of(Question question) {
        return Optional.ofNullable(values.getIfPresent(question)).flatMap(kept -> {
            Duration age = Duration.between(kept.readAt(), clock.instant());
            return age.compareTo(most) < 0 ? read(question, kept, age) : Optional.empty();
        });
    }

    /** Forgets everything. */
    void clear() {
        values.invalidateAll();
    }

    /** How much memory is taken. */
    double bytes() {
        values.cleanUp();
        return values.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
    }

    private static Optional<Value> read(Question question, Kept kept, Duration age) {
        try {
            PeerAnswer answer = PeerAnswer.of(question.section().peer(), kept.bytes());
            return Optional.of(
                    new Value(new SectionAnswer(answer.json(), kept.bytes(), kept.asOf(), kept.knownAt()), age));
        } catch (PeerFailure e) {
            throw new IllegalStateException("What was read once can be read again", e);
        }
    }
}
