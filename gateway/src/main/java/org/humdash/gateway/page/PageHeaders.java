package org.humdash.gateway.page;

import java.util.function.BiConsumer;

/** What a browser is told about every part of the page: it asks nobody else for anything, and runs nobody else's scripts. */
final class PageHeaders {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'";

    private PageHeaders() {}

    static void add(BiConsumer<String, Object> header) {
        header.accept("Content-Security-Policy", POLICY);
        header.accept("X-Content-Type-Options", "nosniff");
        header.accept("Referrer-Policy", "no-referrer");
        header.accept("Cross-Origin-Opener-Policy", "same-origin");
        header.accept("Cross-Origin-Resource-Policy", "same-origin");
    }
}
