package org.humdash.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.humdash.gateway.peer.PeerFailure;
import org.humdash.gateway.question.Outcome;
import org.humdash.gateway.question.Question;
import org.humdash.gateway.question.Reasons;
import org.humdash.gateway.situation.View;

/** What the services told anybody about a view. */
final class Answers {

    private final View view;
    private final Map<Question, Outcome<JsonNode>> outcomes;
    private final Reasons reasons;

    Answers(View view, Map<Question, Outcome<JsonNode>> outcomes, Reasons reasons) {
        this.view = view;
        this.outcomes = outcomes;
        this.reasons = reasons;
    }

    View view() {
        return view;
    }

    /** These, and others. */
    Answers and(Map<Question, Outcome<JsonNode>> others) {
        Map<Question, Outcome<JsonNode>> all = new LinkedHashMap<>(outcomes);
        all.putAll(others);
        return new Answers(view, all, reasons);
    }

    /** Missing if it was not asked or did not come. */
    JsonNode data(Question question) {
        Outcome<JsonNode> outcome = outcomes.get(question);
        return outcome == null || !outcome.isRead() ? MissingNode.getInstance() : outcome.answer();
    }

    /** The answer to the only question of a part. */
    JsonNode data(PagePart part) {
        return data(part.questions(view).getFirst());
    }

    /** Where the API answers the first question of a part, from the page. */
    String link(PagePart part) {
        return PageLinks.api(part.questions(view).getFirst());
    }

    /** Labels of the parts that are not whole. */
    List<String> missing() {
        return Arrays.stream(PagePart.values())
                .filter(part -> failure(asked(part)).isPresent())
                .map(PagePart::label)
                .toList();
    }

    /** Why a part is not whole, in the words of the page; null if all of it came. */
    String notice(PagePart part, Words words) {
        return failure(asked(part))
                .map(failure -> words.say("page.unavailable", Map.of("reason", reasons.of(failure, words.language()))))
                .orElse(null);
    }

    private List<Question> asked(PagePart part) {
        List<Question> asked = new ArrayList<>(part.questions(view));
        asked.addAll(part.furtherQuestions(this));
        return asked;
    }

    /** Of these, the first that was not answered. What the service says there is not is no failure. */
    private Optional<PeerFailure> failure(List<Question> questions) {
        return questions.stream()
                .map(outcomes::get)
                .filter(Objects::nonNull)
                .filter(outcome -> !outcome.isUnknown())
                .map(Outcome::failure)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
