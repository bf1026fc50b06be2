package org.humdash.gateway.situation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.humdash.gateway.peer.Peer;

/** A part of the situation: who is asked for it, and what. */
public enum SectionName {
    CEASEFIRE(Peer.INCIDENT) {
        @Override
        String target(SituationQuery query) {
            return "/api/v1/ceasefires/" + query.ceasefire() + "?" + instant(query);
        }
    },
    CLAIMS(Peer.INCIDENT) {
        @Override
        String target(SituationQuery query) {
            return "/api/v1/claims/latest?ceasefire=" + query.ceasefire() + "&area=" + area(query) + "&"
                    + instant(query);
        }
    },
    LEDGER(Peer.INCIDENT) {
        @Override
        String target(SituationQuery query) {
            // Asked about an area, the ledger leaves out what has no known place; the whole of a ceasefire has it in
            // it.
            return "/api/v1/ceasefires/" + query.ceasefire() + "/ledger?"
                    + (query.whole() ? "" : "area=" + area(query) + "&") + instant(query);
        }
    },
    INDICATORS(Peer.HUMANITARIAN) {
        @Override
        String target(SituationQuery query) {
            return "/api/v1/headlines?area=" + area(query) + "&" + instant(query);
        }
    },
    TIMELINE(Peer.INCIDENT) {
        @Override
        String target(SituationQuery query) {
            return "/api/v1/ceasefires/" + query.ceasefire() + "/timeline?" + instant(query);
        }
    };

    private final Peer peer;

    SectionName(Peer peer) {
        this.peer = peer;
    }

    /** Path and query at the service. Every section asks about the same day and the same state of knowledge. */
    abstract String target(SituationQuery query);

    Peer peer() {
        return peer;
    }

    /** Whether it is about a ceasefire, so that there is none of it where there is no such ceasefire. */
    boolean isOfTheCeasefire() {
        return this != INDICATORS;
    }

    /** As it stands in the answer, in the header and on the meters. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String area(SituationQuery query) {
        return query.area().pcode().value();
    }

    private static String instant(SituationQuery query) {
        return "asOf=" + query.asOf() + "&knownAt="
                + URLEncoder.encode(query.knownAt().toString(), StandardCharsets.UTF_8);
    }
}
