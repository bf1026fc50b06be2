package org.humdash.kit.trace;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.humdash.vocabulary.trace.RequestTrace;
import org.jboss.logging.MDC;

/** Lets work that a request started, and that goes on after it, be logged under the request that started it. */
public final class LoggedTrace {

    private static final List<String> NAMES = Arrays.asList(RequestTrace.LOGGED_TRACE, RequestTrace.LOGGED_REQUEST);

    private LoggedTrace() {}

    /** The work, to be run on a thread of its own, with the trace of the request that runs now. */
    public static Runnable kept(Runnable work) {
        Map<String, Object> logged = new HashMap<>();
        NAMES.forEach(name -> logged.put(name, MDC.get(name)));
        return () -> {
            logged.forEach((name, value) -> {
                if (value != null) {
                    MDC.put(name, value);
                }
            });
            try {
                work.run();
            } finally {
                NAMES.forEach(MDC::remove);
            }
        };
    }
}
