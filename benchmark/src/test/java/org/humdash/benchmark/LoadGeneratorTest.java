package org.humdash.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.humdash.benchmark.LoadGenerator.Load;
import org.junit.jupiter.api.Test;

class LoadGeneratorTest {

    private static final String REPORT = """
            Running 4s test @ http://127.0.0.1:8080/answer
              1 threads and 64 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency     1.10ms    2.05ms  40.05ms   95.11%
                Req/Sec    23.15k     3.67k   36.51k    61.36%
              Latency Distribution
                 50%  735.00us
                 75%    1.10ms
                 90%    2.01ms
                 99%    1.25s\s
              94703 requests in 4.08s, 7.17GB read
            FAULTS
            Requests/sec:  23211.52
            Transfer/sec:    728.63MB
            """;

    @Test
    void rateAndSlowestAreReadFromTheReport() {
        assertEquals(new Load(23211.52, 1250), Load.of(report("")));
    }

    @Test
    void answersThatAreErrorsAreNotCountedAsSpeed() {
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> Load.of(report("  Non-2xx or 3xx responses: 12")));
        assertEquals("Non-2xx or 3xx responses: 12", refused.getMessage());
    }

    @Test
    void connectionsThatFailedAreNoSpeedEither() {
        assertThrows(
                IllegalStateException.class,
                () -> Load.of(report("  Socket errors: connect 0, read 3, write 0, timeout 0")));
    }

    @Test
    void anotherReportIsAnError() {
        assertThrows(IllegalStateException.class, () -> Load.of("wrk: command not understood"));
    }

    private static String report(String faults) {
        return REPORT.replace("FAULTS", faults);
    }
}
