package org.humdash.gateway.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts keys and tokens that were wrong, and makes whoever keeps on trying wait. Only wrong ones wait: others behind the
 * same address, with keys that are right, do not notice.
 */
@ApplicationScoped
class WrongCredentials {

    private static final Duration MEMORY = Duration.ofMinutes(1);
    private static final int ADDRESSES_REMEMBERED = 100_000;

    private final Cache<String, AtomicInteger> recent;
    private final Counter counter;
    private final int free;
    private final Duration wait;

    WrongCredentials(WrongKeysConfig config, MeterRegistry registry) {
        this.free = config.wrongKeysFree();
        this.wait = config.wrongKeyWait();
        this.recent = Caffeine.newBuilder()
                .maximumSize(ADDRESSES_REMEMBERED)
                .expireAfterWrite(MEMORY)
                .build();
        this.counter = Counter.builder("humdash.gateway.wrong.credentials")
                .description("Requests refused because their key or token was wrong, revoked or past its time")
                .register(registry);
    }

    /** Counts one more, and says how long its answer is to wait; zero for the first ones of a minute. */
    Duration count(String address) {
        counter.increment();
        int attempts = recent.get(address, unseen -> new AtomicInteger()).incrementAndGet();
        return attempts > free ? wait : Duration.ZERO;
    }
}
