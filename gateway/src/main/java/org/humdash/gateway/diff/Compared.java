package org.humdash.gateway.diff;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.humdash.gateway.peer.Peer;
import org.humdash.gateway.question.Question;

/** What is asked twice: as known then, and now. */
enum Compared {
    CLAIM_LIST(Peer.INCIDENT) {
        @Override
        String path(DiffQuery query) {
            return "/api/v1/claims?ceasefire=" + query.ceasefire() + "&area=" + area(query) + "&limit=1000&";
        }
    },
    CLAIMS(Peer.INCIDENT) {
        @Override
        String path(DiffQuery query) {
            return "/api/v1/claims/latest?ceasefire=" + query.ceasefire() + "&area=" + area(query) + "&";
        }
    },
    LEDGER(Peer.INCIDENT) {
        @Override
        String path(DiffQuery query) {
            return "/api/v1/ceasefires/" + query.ceasefire() + "/ledger?"
                    + (query.whole() ? "" : "area=" + area(query) + "&");
        }
    },
    INDICATORS(Peer.HUMANITARIAN) {
        @Override
        String path(DiffQuery query) {
            return "/api/v1/headlines?area=" + area(query) + "&";
        }
    };

    private final Peer peer;

    Compared(Peer peer) {
        this.peer = peer;
    }

    abstract String path(DiffQuery query);

    Question question(DiffQuery query, Instant knownAt) {
        return new Question(
                peer,
                path(query) + "asOf=" + query.asOf() + "&knownAt="
                        + URLEncoder.encode(knownAt.toString(), StandardCharsets.UTF_8));
    }

    /** As the section of the situation is called. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String area(DiffQuery query) {
        return query.area().pcode().value();
    }
}
