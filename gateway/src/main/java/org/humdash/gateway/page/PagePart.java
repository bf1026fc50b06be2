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
    CALENDAR {
        @Override
        List<Question> questions(View view) {
            return List.of(new Question(
                    Peer.INCIDENT,
                    ledger(view) + "/days?" + area(view) + "from=" + Calendar.firstShown(view.asOf()) + "&limit="
                            + Calendar.MOST_DAYS + "&" + view.time()));
        }
    },
    MAP {
        @Override
        List<Question> questions(View view) {
            return List.of(
                    new Question(Peer.INCIDENT, ledger(view) + "/counts?" + area(view) + "by=area&" + view.time()));
        }
    },
    CLAIMS_OVER_TIME {
        @Override
        List<Question> questions(View view) {
            return List.of(new Question(
                    Peer.INCIDENT,
                    "/api/v1/claims?ceasefire=" + view.ceasefire() + "&" + areaOf(view) + "limit=1000&" + view.time()));
        }
    },
    HAZARDS {
        @Override
        List<Question> questions(View view) {
            return List.of(new Question(Peer.HUMANITARIAN, "/api/v1/hazards?" + view.time()));
        }

        @Override
        List<Question> furtherQuestions(Answers answers) {
            return StormCharts.questions(answers.data(this), answers.view());
        }
    },
    DAMAGE {
        @Override
        List<Question> questions(View view) {
            return DamageCharts.questions(view);
        }
    },
    COMMITMENTS {
        @Override
        List<Question> questions(View view) {
            return List.of(new Question(
                    Peer.HUMANITARIAN, "/api/v1/commitments?ceasefire=" + view.ceasefire() + "&" + view.time()));
        }
    },
    CLAIM_FINDINGS {
        @Override
        List<Question> questions(View view) {
            return List.of(new Question(
                    Peer.INCIDENT,
                    "/api/v1/claims/findings?ceasefire=" + view.ceasefire() + "&" + areaOf(view) + FINDINGS
                            + view.time()));
        }
    },
    OBSERVATION_FINDINGS {
        @Override
        List<Question> questions(View view) {
            return List.of(new Question(
                    Peer.HUMANITARIAN, "/api/v1/observations/findings?" + areaOf(view) + FINDINGS + view.time()));
        }
    };

    /** More than this are counted as "or more". */
    private static final String FINDINGS = "limit=200&";

    /** Every one asks about the same day and the same state of knowledge. */
    abstract List<Question> questions(View view);

    /** What is asked about when the first answers have come. */
    List<Question> furtherQuestions(Answers answers) {
        return List.of();
    }

    private static String ledger(View view) {
        return "/api/v1/ceasefires/" + view.ceasefire() + "/ledger";
    }

    /** The ledger of the whole ceasefire has what has no known place; asked about an area it has not. */
    private static String area(View view) {
        return view.whole() ? "" : "area=" + view.area().pcode().value() + "&";
    }

    private static String areaOf(View view) {
        return "area=" + view.area().pcode().value() + "&";
    }

    /** As it stands in the header that tells what is missing. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
