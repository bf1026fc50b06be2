package org.humdash.gateway.lifecycle;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is said about the paths that are on their way out. */
final class Notices {

    /** As RFC 9110 writes dates; the formatter of the library leaves a zero out. */
    private static final DateTimeFormatter IMF_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final Map<String, Notice> notices = new TreeMap<>();

    /**
     * About one path and everything below it.
     *
     * @param deprecated since when nobody should begin to use it, or will not be
     * @param sunset when it stops to answer
     * @param link where people read what to do
     */
    record Notice(Optional<Instant> deprecated, Optional<Instant> sunset, Optional<URI> link) {}

    /** @throws IllegalArgumentException for what begins with no path, or ends before it is deprecated */
    Notices(Map<String, Notice> byPath) {
        byPath.forEach((path, notice) -> {
            if (!path.startsWith("/api/") || path.endsWith("/")) {
                throw new IllegalArgumentException(
                        "humdash.gateway.lifecycle needs paths such as /api/v1/claims, not " + path);
            }
            if (notice.deprecated().isPresent()
                    && notice.sunset().isPresent()
                    && notice.sunset().get().isBefore(notice.deprecated().get())) {
                throw new IllegalArgumentException(path + " would end before it is deprecated");
            }
            notices.put(path, notice);
        });
    }

    boolean isEmpty() {
        return notices.isEmpty();
    }

    /** The headers that an answer of the path has: Deprecation (RFC 9745), Sunset (RFC 8594), and Links to the words. */
    Map<String, String> headers(String path) {
        Map<String, String> headers = new TreeMap<>();
        of(path).ifPresent(notice -> {
            notice.deprecated().ifPresent(at -> headers.put("Deprecation", "@" + at.getEpochSecond()));
            notice.sunset().ifPresent(at -> headers.put("Sunset", IMF_DATE.format(at.atOffset(ZoneOffset.UTC))));
            notice.link()
                    .ifPresent(link -> headers.put(
                            "Link",
                            "<" + link + ">; rel=\"" + (notice.deprecated().isPresent() ? "deprecation" : "sunset")
                                    + "\""));
        });
        return headers;
    }

    private Optional<Notice> of(String path) {
        for (String at = path; at.length() > 1; at = at.substring(0, Math.max(0, at.lastIndexOf('/')))) {
            Notice notice = notices.get(at);
            if (notice != null) {
                return Optional.of(notice);
            }
        }
        return Optional.empty();
    }
}
