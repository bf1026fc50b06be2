package org.humdash.gateway.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.humdash.gateway.account.Account;
import org.humdash.gateway.peer.Peer;
import org.humdash.gateway.peer.Watermark;
import org.humdash.gateway.peer.Watermarks;

/**
 * Knows what an answer follows from: the release, the path and query, the role and clearance of who asks, the format and
 * language they ask for, the day, and the watermark of each service that is asked.
 */
@ApplicationScoped
public class States {

    private static final int HASH_BYTES = 16;

    /** What can stand in none of the parts, so that no two questions are written alike. */
    private static final char BETWEEN = '\n';

    private static final int HASHES_REMEMBERED = 1_000;

    /** A hash takes longer than all the rest of a 304. */
    private final Cache<String, String> hashes =
            Caffeine.newBuilder().maximumSize(HASHES_REMEMBERED).build();

    private final Watermarks watermarks;
    private final Clock clock;
    private final ZoneId timeZone;
    private final String release;

    States(Watermarks watermarks, Clock clock, CalendarConfig calendar, AnswerConfig config) {
        this.watermarks = watermarks;
        this.clock = clock;
        this.timeZone = calendar.timeZone();
        this.release = config.release();
    }

    /** Empty while one of the services does not tell what changes. */
    public Optional<State> of(HttpServerRequest request, Optional<Account> account, Set<Peer> peers) {
        StringBuilder all = new StringBuilder(256).append(release);
        Instant knownAt = Instant.MIN;
        for (Peer peer : peers) {
            Optional<Watermark> watermark = watermarks.of(peer);
            if (watermark.isEmpty()) {
                return Optional.empty();
            }
            Instant settled = watermark.get().knownAt();
            all.append(BETWEEN).append(watermark.get().token()).append(' ').append(settled);
            knownAt = settled.isAfter(knownAt) ? settled : knownAt;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), timeZone);
        all.append(BETWEEN).append(today).append(BETWEEN);
        account.ifPresent(known -> all.append(known.role()).append(' ').append(known.clearance()));
        all.append(BETWEEN).append(request.path()).append(BETWEEN).append(canonical(request.query()));
        String accept = request.getHeader("Accept");
        // Whoever takes anything says it or leaves it out.
        append(all, "*/*".equals(accept) ? null : accept);
        append(all, request.getHeader("Accept-Language"));
        return Optional.of(new State(hashes.get(all.toString(), States::hash), knownAt, today));
    }

    private static void append(StringBuilder all, String header) {
        all.append(BETWEEN).append(header == null ? "" : header);
    }

    /** Parameters in any order ask the same; repeated ones keep theirs, and how they are written is left as it is. */
    private static String canonical(String query) {
        if (query == null || query.indexOf('&') < 0) {
            return query == null ? "" : query;
        }
        String[] parameters = query.split("&");
        Set<String> names = new TreeSet<>();
        for (String parameter : parameters) {
            if (!names.add(parameter.split("=", 2)[0])) {
                return query;
            }
        }
        Arrays.sort(parameters);
        return String.join("&", parameters);
    }

    static String hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    static String hash(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
