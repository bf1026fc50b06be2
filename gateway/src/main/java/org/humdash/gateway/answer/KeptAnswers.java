package org.humdash.gateway.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers by the state they are of, in the memory of this gateway. One of a state that is past is never found again, and goes
 * when room is needed.
 */
@Startup
@ApplicationScoped
class KeptAnswers {

    private final Cache<String, KeptAnswer> answers;
    private final Map<String, List<Runnable>> composing = new ConcurrentHashMap<>();
    private final long largest;
    private final int compression;

    KeptAnswers(AnswerConfig config, MeterRegistry registry) {
        this.largest = config.largest().asLongValue();
        this.compression = config.compression();
        this.answers = Caffeine.newBuilder()
                .maximumWeight(config.memory().asLongValue())
                .weigher((String state, KeptAnswer answer) -> answer.weight())
                .build();
        Gauge.builder(
                        "humdash.gateway.kept.answers",
                        answers,
                        kept -> kept.policy()
                                .eviction()
                                .flatMap(eviction ->
                                        eviction.weightedSize().stream().boxed().findAny())
                                .orElse(0L))
                .description("Memory taken by whole answers that are kept")
                .baseUnit(BaseUnits.BYTES)
                .register(registry);
    }

    byte[] compressed(byte[] plain) {
        return GzipStream.whole(plain, compression);
    }

    Optional<KeptAnswer> of(State state) {
        return Optional.ofNullable(answers.getIfPresent(state.text()));
    }

    void keep(KeptAnswer answer) {
        if (answer.weight() <= largest) {
            answers.put(answer.state().text(), answer);
        }
    }

    /**
     * Lets one compose the answer while the others wait.
     *
     * @param later runs when whoever composes has ended, on any thread
     * @return whether the caller is the one to compose; then {@link #composed} has to follow
     */
    boolean composes(State state, Runnable later) {
        boolean[] first = new boolean[1];
        composing.compute(state.text(), (text, waiting) -> {
            if (waiting == null) {
                first[0] = true;
                return new ArrayList<>();
            }
            waiting.add(later);
            return waiting;
        });
        return first[0];
    }

    /** Those who waited go on: with the answer if there is one, and otherwise each for themselves. */
    void composed(State state) {
        List<Runnable> waiting = composing.remove(state.text());
        if (waiting != null) {
            waiting.forEach(Runnable::run);
        }
    }
}
