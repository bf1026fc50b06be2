package org.humdash.gateway.answer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedGzipTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"gzip", "GZIP", "br, gzip", "br;q=1.0, gzip;q=0.001", "x-gzip", "*", "identity;q=0, *;q=0.5"})
    void isWanted(String header) {
        assertTrue(AcceptedGzip.in(header));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "identity", "br", "gzip;q=0", "gzip; q=0.000", "*, gzip;q=0", "*;q=0", "gzipped"})
    void isNotWanted(String header) {
        assertFalse(AcceptedGzip.in(header));
    }
}
