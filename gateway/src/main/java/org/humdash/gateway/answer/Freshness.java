package org.humdash.gateway.answer;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import org.humdash.gateway.account.Account;

/**
 * What Cache-Control and Vary say. Nothing is ever fresh without asking: a record can be hidden at any moment, also from
 * answers about the past, so every copy has to be confirmed, which costs next to nothing.
 */
final class Freshness {

    static final String NOT_KEPT = "no-store";
    static final String VARY = "Accept, Accept-Encoding, Accept-Language, Authorization, X-API-Key";

    private static final String ANYBODYS = "public, no-cache";
    private static final String ONES_OWN = "private, no-cache";

    private Freshness() {}

    /** Of an answer with a tag by which it can be confirmed. */
    static String confirmed(boolean known) {
        return known ? ONES_OWN : ANYBODYS;
    }

    static void notModified(HttpServerRequest request, Optional<Account> account, String tag) {
        MultiMap headers = request.response().setStatusCode(304).headers();
        headers.set("ETag", tag);
        headers.set("Cache-Control", confirmed(account.isPresent()));
        headers.set("Vary", VARY);
        request.response().end();
        request.resume();
    }
}
