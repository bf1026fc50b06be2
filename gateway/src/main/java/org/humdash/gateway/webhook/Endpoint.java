package org.humdash.gateway.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Sends a message to an endpoint of a partner and waits for its answer. */
@FunctionalInterface
interface Endpoint {

    /**
     * What became of an attempt.
     *
     * @param status null if there was no answer
     * @param body the beginning of the answer's body
     * @param failure in words, if there was no answer; else null
     * @param refused whether nothing was sent because of where the address leads
     */
    record Answer(Integer status, String body, Optional<Duration> retryAfter, String failure, boolean refused) {

        private static final int GONE = 410;

        static Answer of(int status, String body, Optional<Duration> retryAfter) {
            return new Answer(status, body, retryAfter, null, false);
        }

        static Answer none(String failure) {
            return new Answer(null, "", Optional.empty(), failure, false);
        }

        static Answer refused(String why) {
            return new Answer(null, "", Optional.empty(), why, true);
        }

        boolean accepted() {
            return status != null && status >= 200 && status < 300;
        }

        boolean gone() {
            return status != null && status == GONE;
        }

        /** Why it is not accepted, in words. */
        String words() {
            return failure != null ? failure : "The endpoint answered " + status + ".";
        }
    }

    /** Never fails; whatever goes wrong is told by the answer. */
    Answer post(URI url, Map<String, String> headers, byte[] body);
}
