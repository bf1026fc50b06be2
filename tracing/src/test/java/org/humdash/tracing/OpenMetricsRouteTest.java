package org.humdash.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OpenMetricsRouteTest {

    @Test
    void onlyBucketsNameTraces() {
        String exemplar =
                " # {span_id=\"dcbede351de7264c\",trace_id=\"e5ceafaa056369bb7ecfa65522cdeecf\"} 1.0 1795698721.239";

        assertEquals("""
                # TYPE a_seconds histogram
                a_seconds_bucket{uri="/x",le="0.1"} 1.0%s
                a_seconds_count{uri="/x"} 1.0
                b_total 2.0
                c{uri="# {"} 3.0
                # EOF
                """.formatted(exemplar), OpenMetricsRoute.tracesOfBucketsOnly("""
                # TYPE a_seconds histogram
                a_seconds_bucket{uri="/x",le="0.1"} 1.0%1$s
                a_seconds_count{uri="/x"} 1.0%1$s
                b_total 2.0%1$s
                c{uri="# {"} 3.0
                # EOF
                """.formatted(exemplar)));
    }
}
