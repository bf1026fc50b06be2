package org.humdash.gateway.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AccessLineTest {

    @Test
    void saysWhatWasAskedByWhomAndHowItEnded() {
        assertEquals(
                "GET /api/v1/claims 200 1234 bytes 12.3 ms key-6b641bd3b7d0f356",
                AccessLine.of("GET", "/api/v1/claims", 200, 1234, 12.345, "key-6b641bd3b7d0f356"));
    }

    @Test
    void anAnswerThatWasNeverBegunHasNoStatus() {
        assertEquals("GET /api/v1/claims - 0 bytes 0.0 ms -", AccessLine.of("GET", "/api/v1/claims", 0, 0, 0.04, "-"));
    }

    @Test
    void whateverIsSentItStaysOneShortLine() {
        assertEquals(
                "G?T " + "/" + "a".repeat(199) + "... 400 0 bytes 1.0 ms -",
                AccessLine.of("G\nT", "/" + "a".repeat(5000), 400, 0, 1, "-"));
        assertEquals("GET /?[2J?? 400 0 bytes 1.0 ms -", AccessLine.of("GET", "/\u001b[2J\r\n", 400, 0, 1, "-"));
        assertEquals("GET - 400 0 bytes 1.0 ms -", AccessLine.of("GET", null, 400, 0, 1, "-"));
    }
}
