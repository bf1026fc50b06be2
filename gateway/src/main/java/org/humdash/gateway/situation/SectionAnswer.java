package org.humdash.gateway.situation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.humdash.gateway.peer.PeerAnswer;
import org.humdash.gateway.peer.PeerFailure;

/**
 * What a service answered about a section.
 *
 * @param bytes as they came
 * @param asOf the day the answer is about
 * @param knownAt the instant the answer was read at: earlier than asked while a service is being written to
 */
record SectionAnswer(JsonNode data, byte[] bytes, LocalDate asOf, Instant knownAt) {

    /**
     * Days and instants that the service does not state are those it was asked about.
     *
     * @throws PeerFailure if it cannot be read
     */
    static SectionAnswer of(PeerAnswer answer, SituationQuery query) throws PeerFailure {
        JsonNode data = answer.json();
        return new SectionAnswer(data, answer.bytes(), query.asOf(), earlier(data.path("knownAt"), query.knownAt()));
    }

    private static Instant earlier(JsonNode stated, Instant asked) {
        try {
            Instant read = stated.isTextual() ? Instant.parse(stated.asText()) : asked;
            return read.isBefore(asked) ? read : asked;
        } catch (DateTimeException e) {
            return asked;
        }
    }
}
