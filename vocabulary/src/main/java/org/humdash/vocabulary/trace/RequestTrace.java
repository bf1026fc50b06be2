package org.humdash.vocabulary.trace;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What a request is known by: the trace it belongs to (W3C Trace Context, Level 1) and its own id. Callers may bring both;
 * what they bring is looked at letter by letter, because it is written into logs.
 *
 * @param traceParent as the header of this name has it
 * @param traceState what other systems keep beside it; empty if there is nothing
 * @param requestId shown to the caller, who can name it to whoever reads the logs
 */
public record RequestTrace(String traceParent, String traceState, String requestId) {

    public static final String TRACE_PARENT = "traceparent";
    public static final String TRACE_STATE = "tracestate";
    public static final String REQUEST_ID = "X-Request-Id";

    /** Under these names both stand in the logs. */
    public static final String LOGGED_TRACE = "traceId";

    public static final String LOGGED_REQUEST = "requestId";

    private static final String IDS = "(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}";

    /** A later version than 00 may have more behind the ids; ff is forbidden. */
    private static final Pattern PARENT =
            Pattern.compile("00-" + IDS + "|(?!00|ff)[0-9a-f]{2}-" + IDS + "(?:-[\\x21-\\x7e]{0,64})?");

    private static final Pattern STATE = Pattern.compile("[\\x20-\\x7e]{1,512}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int TRACE_ID_BEGINS = 3;
    private static final int TRACE_ID_ENDS = 35;

    /**
     * The trace of a request. Whatever it brings that is not well formed, or brings twice, is as if it had not brought it.
     *
     * @param traceParents the values of the header {@value #TRACE_PARENT}
     * @param traceStates the values of the header {@value #TRACE_STATE}
     * @param requestIds the values of the header {@value #REQUEST_ID}
     * @param random where new ids come from; nothing depends on nobody guessing them
     */
    public static RequestTrace of(
            List<String> traceParents, List<String> traceStates, List<String> requestIds, RandomGenerator random) {
        boolean brought = isOne(traceParents, PARENT);
        String state = brought ? String.join(",", traceStates) : "";
        return new RequestTrace(
                brought ? traceParents.getFirst() : "00-" + hex(16, random) + "-" + hex(8, random) + "-00",
                STATE.matcher(state).matches() ? state : "",
                isOne(requestIds, ID) ? requestIds.getFirst() : hex(16, random));
    }

    /**
     * The same request where a span was begun for it: it is known by that span from here on.
     *
     * @param span as the header {@value #TRACE_PARENT} has it
     */
    public RequestTrace under(String span) {
        return new RequestTrace(span, traceState, requestId);
    }

    /** The 32 hexadecimal digits that are the same wherever the request went. */
    public String traceId() {
        return traceParent.substring(TRACE_ID_BEGINS, TRACE_ID_ENDS);
    }

    /** What the next program is sent, by header. */
    public Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>();
        headers.put(TRACE_PARENT, traceParent);
        headers.put(REQUEST_ID, requestId);
        if (!traceState.isEmpty()) {
            headers.put(TRACE_STATE, traceState);
        }
        return headers;
    }

    private static boolean isOne(List<String> values, Pattern pattern) {
        return values.size() == 1 && pattern.matcher(values.getFirst()).matches();
    }

    /** Never all zeros, which would be no id. */
    private static String hex(int bytes, RandomGenerator random) {
        byte[] id = new byte[bytes];
        random.nextBytes(id);
        id[0] |= 1;
        return HexFormat.of().formatHex(id);
    }
}
