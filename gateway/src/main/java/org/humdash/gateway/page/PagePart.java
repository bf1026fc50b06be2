package org.humdash.gateway.page;

import java.util.List;
import java.util.Locale;
import org.humdash.gateway.peer.Peer;
import org.humdash.gateway.question.Question;
import org.humdash.gateway.situation.View;

/** What the page shows besides the situation: who is asked for it, and what. All of it is public API. */
enum PagePart {
    CEASEFIRES {
        @Override
        List<Question> questions(View view) {
            return List.of(new Question(Peer.INCIDENT, "/api/v1/ceasefires?" + view.time()));
        }
    },
    CLAIM_FINDINGS {
        @Override
        List<Question> questions(View view) {
            return List.of(new Question(
                    Peer.INCIDENT,
                    "/api/v1/claims/findings?ceasefire=" + view.ceasefire() + "&" + area(view) + FINDINGS
                            + view.time()));
        }
    },
    OBSERVATION_FINDINGS {
        @Override
        List<Question> questions(View view) {
            return List.of(new Question(
                    Peer.HUMANITARIAN, "/api/v1/observations/findings?" + area(view) + FINDINGS + view.time()));
        }
    };

    /** More than this are counted as "or more". */
    private static final String FINDINGS = "limit=200&";

    /** Every one asks about the same day and the same state of knowledge. */
    abstract List<Question> questions(View view);

    private static String area(View view) {
        return "area=" + view.area().pcode().value() + "&";
    }

    /** As it stands in the header that tells what is missing. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
