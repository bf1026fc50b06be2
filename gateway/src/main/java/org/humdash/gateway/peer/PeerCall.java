package org.humdash.gateway.peer;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.concurrent.TimeUnit;

/** One request that a service may be sent. What it came to is said once; what is said later does not count. */
public final class PeerCall {

    private static final Exception FAILED = new Exception("The service failed", null, false, false) {};

    private final CircuitBreaker breaker;
    private boolean over;

    PeerCall(CircuitBreaker breaker) {
        this.breaker = breaker;
    }

    /** The service answered with this status; 502, 503 and 504 say that it cannot do its work. */
    public void answered(int status) {
        if (status >= 502 && status <= 504) {
            failed();
        } else {
            reached();
        }
    }

    /** The service does its work, whatever it said. */
    void reached() {
        if (!over) {
            over = true;
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        }
    }

    /** It could not be reached, did not answer in time, or broke off. */
    public void failed() {
        if (!over) {
            over = true;
            breaker.onError(0, TimeUnit.NANOSECONDS, FAILED);
        }
    }

    /** Nothing was learnt about the service. */
    public void abandoned() {
        if (!over) {
            over = true;
            breaker.releasePermission();
        }
    }
}
