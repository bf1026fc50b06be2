package org.humdash.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.humdash.gateway.question.Outcome;
import org.humdash.gateway.question.Question;
import org.humdash.gateway.question.Questions;
import org.humdash.gateway.question.Reasons;
import org.humdash.gateway.situation.View;

/** Asks the services in the name of nobody: there is no way to ask in the name of an account. */
@ApplicationScoped
class Asking {

    private final Questions questions;
    private final Reasons reasons;
    private final PageConfig config;

    Asking(Questions questions, Reasons reasons, PageConfig config) {
        this.questions = questions;
        this.reasons = reasons;
        this.config = config;
    }

    /** Everything that the parts of the page are made of. */
    Answers everything(View view) {
        return ask(view, List.of(PagePart.values()));
    }

    /** Waits for two time-outs at most. Questions of several parts are asked once. */
    Answers ask(View view, List<PagePart> parts) {
        Answers first =
                new Answers(view, outcomes(parts.stream().flatMap(part -> part.questions(view).stream())), reasons);
        return first.and(outcomes(parts.stream().flatMap(part -> part.furtherQuestions(first).stream())));
    }

    private Map<Question, Outcome<JsonNode>> outcomes(Stream<Question> asked) {
        Map<Question, Question> distinct = new LinkedHashMap<>();
        asked.forEach(question -> distinct.put(question, question));
        return questions.ask(distinct, Optional.empty(), config.timeout());
    }
}
