package org.humdash.gateway.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.humdash.gateway.account.Account;
import org.humdash.gateway.account.Role;
import org.humdash.gateway.peer.PeerChanged;
import org.humdash.gateway.token.Tokens;
import org.humdash.vocabulary.access.Clearance;

/** The tails of this gateway: one for each clearance and choice of feeds, so there are few. */
@ApplicationScoped
class ChangeTails {

    private final ChangeReader reader;
    private final ChangeCursors cursors;
    private final Tokens tokens;
    private final ObjectMapper json;
    private final ExecutorService threads;
    private final Duration interval;
    private final int page;
    private final Map<Kind, ChangeTail> tails = new ConcurrentHashMap<>();

    ChangeTails(
            ChangeReader reader,
            ChangeCursors cursors,
            Tokens tokens,
            ObjectMapper json,
            @VirtualThreads ExecutorService threads,
            ChangesConfig config) {
        this.reader = reader;
        this.cursors = cursors;
        this.tokens = tokens;
        this.json = json;
        this.threads = threads;
        this.interval = config.pollInterval();
        this.page = config.streamPage();
    }

    private record Kind(Clearance clearance, Set<ChangeFeed> feeds) {}

    ChangeTail of(Clearance clearance, Set<ChangeFeed> feeds) {
        return tails.computeIfAbsent(
                new Kind(clearance, Set.copyOf(feeds)),
                kind -> new ChangeTail(
                        from -> reader.read(from, feeds, page, token(clearance)),
                        news -> event(news, clearance),
                        threads,
                        interval));
    }

    void readAtOnce(@Observes PeerChanged changed) {
        tails.values().forEach(ChangeTail::wake);
    }

    /** The event of a page, as Server-Sent Events write it. Its id is the cursor to go on from. */
    Buffer event(ChangePage news, Clearance clearance) {
        String next = cursors.write(news.next(), clearance);
        try {
            return Buffer.buffer("event: changes\nid: " + next + "\ndata: "
                    + json.writeValueAsString(ChangesResponse.of(news, next)) + "\n\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a clearance may see depends on nothing else, so the tail asks as nobody in particular. */
    private Optional<String> token(Clearance clearance) {
        return clearance == Clearance.PUBLIC
                ? Optional.empty()
                : Optional.of(tokens.of(new Account("gateway-changes", Role.PARTNER, clearance)));
    }
}
