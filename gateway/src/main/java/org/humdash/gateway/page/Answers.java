package org.humdash.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.humdash.gateway.peer.PeerFailure;
import org.humdash.gateway.question.Outcome;
import org.humdash.gateway.question.Question;
import org.humdash.gateway.question.Reasons;
import org.humdash.gateway.situation.View;

/** What the services told anybody about a view. */
final class Answers {

    private final View view;
    private final Map<Question, Outcome> outcomes;
    private final Reasons reasons;

    Answers(View view, Map<Question, Outcome> outcomes, Reasons reasons) {
        this.view = view;
        this.outcomes = outcomes;
        this.reasons = reasons;
    }

    View view() {
        return view;
    }

    /** These, and others. */
    Answers and(Map<Question, Outcome> others) {
        Map<Question, Outcome> all = new LinkedHashMap<>(outcomes);
        all.putAll(others);
        return new Answers(view, all, reasons);
    }

    /** Missing if it was not asked or did not come. */
    JsonNode data(Question question) {
        Outcome outcome = outcomes.get(question);
        return outcome == null || !outcome.isRead() ? MissingNode.getInstance() : outcome.data();
    }

    /** The answer to the only question of a part. */
    JsonNode data(PagePart part) {
        return data(part.questions(view).getFirst());
    }

    /** Why a part is not whole, in the words of the page; null if all of it came. */
    String notice(PagePart part, Words words) {
        List<Question> asked = new ArrayList<>(part.questions(view));
        asked.addAll(part.furtherQuestions(this));
        return notice(asked, words);
    }

    /** Why not all of these were answered; null if they were. What the service says there is not is no failure. */
    String notice(List<Question> questions, Words words) {
        return questions.stream()
                .map(outcomes::get)
                .filter(Objects::nonNull)
                .filter(outcome -> !outcome.isUnknown())
                .map(Outcome::failure)
                .filter(Objects::nonNull)
                .findFirst()
                .map(failure -> words.say("page.unavailable", Map.of("reason", reason(failure, words))))
                .orElse(null);
    }

    private String reason(PeerFailure failure, Words words) {
        return reasons.of(failure, words.language());
    }
}
