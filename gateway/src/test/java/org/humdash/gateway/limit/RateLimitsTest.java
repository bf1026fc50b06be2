package org.humdash.gateway.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.humdash.gateway.testing.Configured;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private static final String HERE = "203.0.113.9";

    private final AtomicLong nanos = new AtomicLong();
    private final RateLimits limits = new RateLimits(
            Configured.with(Map.of(
                            "humdash.gateway.limits.rate.anonymous", "6",
                            "humdash.gateway.limits.rate.partner", "20",
                            "humdash.gateway.limits.rate.window", "60s"))
                    .limits()
                    .rate(),
            new TimeMeter() {
                @Override
                public long currentTimeNanos() {
                    return nanos.get();
                }

                @Override
                public boolean isWallClockBased() {
                    return false;
                }
            });

    @Test
    void saysWhatIsLeftAndWhenAllIsBack() {
        assertEquals("\"anonymous\";q=6;w=60", limits.policy(Tier.ANONYMOUS));
        assertEquals("\"partner\";q=20;w=60", limits.policy(Tier.PARTNER));
        assertEquals(new RateLimits.Decision("\"anonymous\";r=5;t=10", Duration.ZERO), read(HERE));
        assertEquals(new RateLimits.Decision("\"anonymous\";r=4;t=20", Duration.ZERO), read(HERE));
    }

    @Test
    void refusesWhoUsedEverythingUntilAUnitIsBack() {
        useUp(HERE);

        RateLimits.Decision refused = read(HERE);
        assertFalse(refused.allowed());
        assertEquals("\"anonymous\";r=0;t=60", refused.limit());
        assertEquals(10, refused.retryAfter());

        pass(Duration.ofSeconds(9));
        assertFalse(read(HERE).allowed());
        assertEquals(1, read(HERE).retryAfter());
        pass(Duration.ofSeconds(1));
        assertTrue(read(HERE).allowed());
        assertFalse(read(HERE).allowed());
    }

    @Test
    void whatOneUsesUpIsMissingToNobodyElse() {
        useUp(HERE);

        assertTrue(read("203.0.113.10").allowed());
        assertTrue(take("203.0.113.9", Tier.PARTNER, RequestKind.READ).allowed());
        assertFalse(read(HERE).allowed());
    }

    @Test
    void whatIsMoreWorkCostsMore() {
        assertEquals(
                "\"partner\";r=10;t=30",
                take("key-1", Tier.PARTNER, RequestKind.EXPORT).limit());
        assertEquals(
                "\"partner\";r=8;t=36",
                take("key-1", Tier.PARTNER, RequestKind.SEARCH).limit());
        assertFalse(take("key-1", Tier.PARTNER, RequestKind.IMPORT).allowed());
        assertTrue(take("key-1", Tier.PARTNER, RequestKind.READ).allowed());
    }

    @Test
    void whatIsDearerThanEverythingCanBeHadForEverything() {
        assertEquals(
                "\"anonymous\";r=0;t=60",
                take(HERE, Tier.ANONYMOUS, RequestKind.EXPORT).limit());
    }

    @Test
    void tenAnswersOutOfMemoryCostAsMuchAsOneRead() {
        Caller caller = limits.caller(Tier.ANONYMOUS, HERE);
        for (int i = 0; i < 10; i++) {
            limits.take(caller, Tier.ANONYMOUS, RequestKind.READ);
            limits.wasCheap(caller, Tier.ANONYMOUS, RequestKind.READ);
        }

        assertEquals("\"anonymous\";r=4;t=20", read(HERE).limit());
    }

    @Test
    void whoeverWasNotHeardOfForAWindowIsForgotten() {
        Caller before = limits.caller(Tier.ANONYMOUS, HERE);
        pass(Duration.ofSeconds(59));
        assertSame(before, limits.caller(Tier.ANONYMOUS, HERE));
        pass(Duration.ofSeconds(60));
        assertNotSame(before, limits.caller(Tier.ANONYMOUS, HERE));
    }

    @Test
    void aCallerMayHaveSoManyUnderWay() {
        Caller caller = limits.caller(Tier.ANONYMOUS, HERE);

        assertTrue(caller.begins(1));
        assertFalse(caller.begins(1));
        caller.ended();
        assertTrue(caller.begins(1));
    }

    private void useUp(String address) {
        for (int i = 0; i < 6; i++) {
            assertTrue(read(address).allowed());
        }
    }

    private RateLimits.Decision read(String address) {
        return take(address, Tier.ANONYMOUS, RequestKind.READ);
    }

    private RateLimits.Decision take(String name, Tier tier, RequestKind kind) {
        return limits.take(limits.caller(tier, name), tier, kind);
    }

    private void pass(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }
}
