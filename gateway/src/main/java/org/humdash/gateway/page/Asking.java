package org.humdash.gateway.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Everything that the parts of the page are made of. Waits for one time-out at most. */
    Answers everything(View view) {
        return ask(
                view,
                Arrays.stream(PagePart.values())
                        .map(part -> part.questions(view))
                        .flatMap(List::stream)
                        .toList());
    }

    /** Questions that are asked twice are asked once. */
    Answers ask(View view, Collection<Question> asked) {
        Map<Question, Question> distinct = new LinkedHashMap<>();
        asked.forEach(question -> distinct.put(question, question));
        return new Answers(view, questions.ask(distinct, Optional.empty(), config.timeout()), reasons);
    }
}
