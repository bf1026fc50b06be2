package org.humdash.vocabulary.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTraceTest {

    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void whatIsWellFormedIsPassedOnAsItCame() {
        RequestTrace trace = RequestTrace.of(List.of(PARENT), List.of("a=1", "b=2"), List.of("partner-17.4_x"), random);

        assertEquals(new RequestTrace(PARENT, "a=1,b=2", "partner-17.4_x"), trace);
        assertEquals("4bf92f3577b34da6a3ce929d0e0e4736", trace.traceId());
        assertEquals(
                Map.of("traceparent", PARENT, "tracestate", "a=1,b=2", "X-Request-Id", "partner-17.4_x"),
                trace.headers());
    }

    @Test
    void whatIsNotBroughtIsMade() {
        RequestTrace one = RequestTrace.of(List.of(), List.of(), List.of(), random);
        RequestTrace other = RequestTrace.of(List.of(), List.of(), List.of(), random);

        assertTrue(one.traceParent().matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00"), one.traceParent());
        assertTrue(one.requestId().matches("[0-9a-f]{32}"), one.requestId());
        assertEquals(
                java.util.Set.of("traceparent", "X-Request-Id"), one.headers().keySet());
        assertNotEquals(one.traceId(), other.traceId());
        assertNotEquals(one.requestId(), other.requestId());
    }

    @Test
    void aLaterVersionMayHaveMoreBehindIt() {
        String later = "01" + PARENT.substring(2) + "-more";

        assertEquals(
                later,
                RequestTrace.of(List.of(later), List.of(), List.of(), random).traceParent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\n",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01 forged line"
            })
    void aTraceThatIsNotWellFormedIsReplacedAndItsStateDropped(String hostile) {
        RequestTrace trace = RequestTrace.of(List.of(hostile), List.of("a=1"), List.of(), random);

        assertNotEquals(hostile, trace.traceParent());
        assertTrue(trace.traceParent().matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00"), trace.traceParent());
        assertEquals("", trace.traceState());
    }

    @Test
    void twoTracesAreNone() {
        assertNotEquals(
                PARENT,
                RequestTrace.of(List.of(PARENT, PARENT), List.of(), List.of(), random)
                        .traceParent());
    }

    @Test
    void aStateThatIsTooLongOrUnprintableIsDropped() {
        for (String state : List.of("a=" + "1".repeat(511), "a=\u001b[2J", "a=\u00e9")) {
            RequestTrace trace = RequestTrace.of(List.of(PARENT), List.of(state), List.of(), random);
            assertEquals(PARENT, trace.traceParent());
            assertEquals("", trace.traceState());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\nforged line", "{jndi}", "\u0661", "<b>"})
    void anIdThatCouldSpoilALogIsReplaced(String hostile) {
        String made =
                RequestTrace.of(List.of(), List.of(), List.of(hostile), random).requestId();

        assertTrue(made.matches("[0-9a-f]{32}"), made);
    }

    @Test
    void anIdThatIsTooLongIsReplaced() {
        String longest = "x".repeat(64);

        assertEquals(
                longest,
                RequestTrace.of(List.of(), List.of(), List.of(longest), random).requestId());
        assertNotEquals(
                longest + "x",
                RequestTrace.of(List.of(), List.of(), List.of(longest + "x"), random)
                        .requestId());
    }
}
