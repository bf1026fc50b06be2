package org.humdash.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts what each caller asks, in the memory of this instance: a bucket for each address and key, so that what one uses up
 * is missing to nobody else. What was used comes back evenly. Never waits, so it may be asked on the event loop.
 */
@ApplicationScoped
class RateLimits {

    /** So many parts has a unit, of which an answer out of memory costs one. */
    static final int PARTS = 10;

    private final Duration window;
    private final Map<Tier, Long> units = new EnumMap<>(Tier.class);
    private final Map<Tier, String> policies = new EnumMap<>(Tier.class);
    private final TimeMeter time;
    private final Cache<String, Caller> callers;

    @Inject
    RateLimits(RateConfig config) {
        this(config, TimeMeter.SYSTEM_NANOTIME);
    }

    RateLimits(RateConfig config, TimeMeter time) {
        this.window = config.window();
        this.time = time;
        units.put(Tier.ANONYMOUS, config.anonymous());
        units.put(Tier.PARTNER, config.partner());
        units.put(Tier.STAFF, config.staff());
        units.forEach((tier, quota) ->
                policies.put(tier, "\"" + tier.label() + "\";q=" + quota + ";w=" + window.toSeconds()));
        // Whoever is not heard of for a window has everything back, so nothing is lost with them.
        this.callers = Caffeine.newBuilder()
                .maximumSize(config.callers())
                .expireAfterAccess(window)
                .ticker(time::currentTimeNanos)
                .build();
    }

    /**
     * What became of a request.
     *
     * @param limit value of the header RateLimit
     * @param pause zero if it may go on, or how long until it may be tried again
     */
    record Decision(String limit, Duration pause) {

        boolean allowed() {
            return pause.isZero();
        }

        /** Whole seconds, and none too few. */
        long retryAfter() {
            return seconds(pause.toNanos());
        }
    }

    Caller caller(Tier tier, String name) {
        return callers.get(tier.label() + ' ' + name, unseen -> new Caller(bucket(tier), new AtomicInteger()));
    }

    Decision take(Caller caller, Tier tier, RequestKind kind) {
        // What is dearer than all that a caller has would never be had.
        long cost = Math.min(kind.units(), units.get(tier)) * PARTS;
        ConsumptionProbe probe = caller.bucket().tryConsumeAndReturnRemaining(cost);
        String limit = "\"" + tier.label() + "\";r=" + probe.getRemainingTokens() / PARTS + ";t="
                + seconds(probe.getNanosToWaitForReset());
        return new Decision(
                limit, probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Gives back what a request cost, but for a part: it turned out to be little work. */
    void wasCheap(Caller caller, Tier tier, RequestKind kind) {
        caller.bucket().addTokens(Math.min(kind.units(), units.get(tier)) * PARTS - 1);
    }

    /** Value of the header RateLimit-Policy. */
    String policy(Tier tier) {
        return policies.get(tier);
    }

    private Bucket bucket(Tier tier) {
        long capacity = units.get(tier) * PARTS;
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, window))
                .withCustomTimePrecision(time)
                .build();
    }

    private static long seconds(long nanos) {
        return Math.max(1, Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1)));
    }
}
