package org.humdash.gateway.limit;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What a request asks for, as far as it matters how much work it is. */
public enum RequestKind {
    READ(1),
    /** Looks through words, places or everything there is to count it. */
    SEARCH(2),
    WRITE(2),
    /** Leaves as a file, however long. */
    EXPORT(10),
    /** Comes as a file, or makes a service fetch one. */
    IMPORT(10);

    private static final Set<String> SEARCHING = Set.of("q", "search", "bbox", "withTotal");
    private static final Set<String> FILES = Set.of("csv", "spreadsheetml", "ndjson", "geo+json");

    private final int units;

    RequestKind(int units) {
        this.units = units;
    }

    public static RequestKind of(HttpServerRequest request) {
        return of(request.method(), request.path(), request.query(), request.getHeader("Accept"));
    }

    /** @param query and {@code accept}, null if there is none */
    static RequestKind of(HttpMethod method, String path, String query, String accept) {
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            boolean file = path.contains("/imports") && !path.endsWith("/cancellation") || path.endsWith("/runs");
            return method == HttpMethod.POST && file ? IMPORT : WRITE;
        }
        RequestKind kind = READ;
        boolean formatNamed = false;
        if (query != null) {
            for (String parameter : query.split("&")) {
                int equals = parameter.indexOf('=');
                String name = decoded(equals < 0 ? parameter : parameter.substring(0, equals));
                if (name.equals("format")) {
                    formatNamed = true;
                    if (!decoded(parameter.substring(equals + 1)).equalsIgnoreCase("json")) {
                        return EXPORT;
                    }
                } else if (SEARCHING.contains(name)) {
                    kind = SEARCH;
                }
            }
        }
        if (path.endsWith(".csv") || !formatNamed && accept != null && asksForAFile(accept)) {
            return EXPORT;
        }
        return kind;
    }

    /** Takes its time, and must not take that of others. */
    public boolean isLong() {
        return this == EXPORT || this == IMPORT;
    }

    /** What it costs the caller; an ordinary read is one. */
    int units() {
        return units;
    }

    private static boolean asksForAFile(String accept) {
        String plain = accept.toLowerCase(Locale.ROOT);
        return FILES.stream().anyMatch(plain::contains)
                && Stream.of("application/json", "*/*").noneMatch(plain::startsWith);
    }

    private static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
