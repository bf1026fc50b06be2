package org.humdash.gateway.answer;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;
import java.util.function.Supplier;
import org.humdash.gateway.account.Account;

/**
 * What one request that is handed on asks for by its conditions, and by what its answer is known. Used on the event loop of
 * the request.
 */
public final class Conditional {

    private static final long LARGEST_HASHED = 65_536;

    private final HttpServerRequest request;
    private final Optional<Account> account;
    private final Optional<State> state;
    private final Supplier<Optional<State>> now;
    private final Runnable written;
    private final int compression;
    private final boolean read;

    /**
     * @param state what the answer will follow from, if that is known
     * @param now the same, at the time it is asked
     * @param written told when something may have been written
     */
    Conditional(
            HttpServerRequest request,
            Optional<Account> account,
            Optional<State> state,
            Supplier<Optional<State>> now,
            Runnable written,
            int compression) {
        this.request = request;
        this.account = account;
        this.state = state;
        this.now = now;
        this.written = written;
        this.compression = compression;
        this.read = isRead(request);
    }

    static boolean isRead(HttpServerRequest request) {
        return request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
    }

    /** Answers at once whoever has this state already, and says whether it did. */
    boolean answered() {
        Optional<String> named = state.flatMap(known -> Tag.named(request.getHeader("If-None-Match"), known.text()));
        named.ifPresent(tag -> Freshness.notModified(request, account, tag));
        return named.isPresent();
    }

    /** Tells the service which day and instant to answer about, and undoes what was done to its tags. */
    public void ask(MultiMap outgoing) {
        outgoing.remove("If-None-Match");
        if (outgoing.contains("If-Match")) {
            outgoing.set("If-Match", Tag.forService(outgoing.get("If-Match")));
        }
        state.ifPresent(known -> {
            outgoing.set("Humdash-Known-At", known.knownAt().toString());
            outgoing.set("Humdash-As-Of", known.today().toString());
        });
    }

    /** Writes into the head of the answer by what it is known and how long it holds; returns how its body is to be passed. */
    public PassedBody head(int status, HttpServerResponse response) {
        if (!read) {
            written.run();
            return PassedBody.PLAIN;
        }
        MultiMap headers = response.headers();
        if (status != 200) {
            if (!headers.contains("Cache-Control")) {
                headers.set("Cache-Control", Freshness.NOT_KEPT);
            }
            return PassedBody.PLAIN;
        }
        if (!headers.contains("Cache-Control")) {
            headers.set("Cache-Control", Freshness.confirmed(account.isPresent()));
        }
        headers.set("Vary", Freshness.VARY);
        String type = headers.get("Content-Type");
        boolean isText = !headers.contains("Content-Encoding") && Texts.areIn(type, length(headers));
        boolean gzip = isText && AcceptedGzip.in(request.getHeader("Accept-Encoding"));
        PassedBody body = tagged(response, type, gzip);
        if (gzip) {
            headers.remove("Content-Length");
            headers.set("Content-Encoding", "gzip");
        }
        return body;
    }

    /** After the last byte of the answer. */
    public void ended() {
        if (!read) {
            written.run();
        }
    }

    private PassedBody tagged(HttpServerResponse response, String type, boolean gzip) {
        MultiMap headers = response.headers();
        String own = headers.get("ETag");
        // If something changed meanwhile, nobody knows which state the answer is of.
        Optional<State> still = state.filter(before ->
                now.get().map(State::text).filter(before.text()::equals).isPresent());
        PassedBody streamed =
                gzip && request.method() == HttpMethod.GET ? new GzippedBody(compression) : PassedBody.PLAIN;
        if (Texts.isWorkbook(type)) {
            return streamed;
        }
        if (still.isPresent()) {
            headers.set("ETag", Tag.of(own, still.get().text(), gzip));
        } else if (own != null && gzip) {
            headers.set("ETag", Tag.compressed(own));
        } else if (own == null && request.method() == HttpMethod.GET && isSmall(headers)) {
            return new HashedBody(response, request.getHeader("If-None-Match"), gzip, compression);
        }
        return streamed;
    }

    private static boolean isSmall(MultiMap headers) {
        long length = length(headers);
        return length >= 0 && length <= LARGEST_HASHED;
    }

    private static long length(MultiMap headers) {
        String length = headers.get("Content-Length");
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : -1;
    }
}
