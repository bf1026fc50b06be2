package org.humdash.gateway.quote;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What others state beside a figure: whoever quotes one has to know that there are more. */
final class Others {

    private final Statement quoted;
    private final List<Statement> contradicting = new ArrayList<>();
    private final List<Statement> further = new ArrayList<>();

    /** Of the statements those that say something else; a relay that repeats a statement says nothing else. */
    Others(Statement quoted, List<Statement> all) {
        this.quoted = quoted;
        for (Statement other : all) {
            boolean repeats = other.figure().equals(quoted.figure())
                    && (quoted.id().equals(other.relayOf()) || quoted.isComparableWith(other));
            boolean contradicts =
                    quoted.isComparableWith(other) && !quoted.figure().agreesWith(other.figure());
            if (!other.id().equals(quoted.id()) && !repeats) {
                (contradicts ? contradicting : further).add(other);
            }
        }
    }

    boolean contest() {
        return !contradicting.isEmpty();
    }

    /** The sentences about them, naming at most so many each. */
    List<String> sentences(Wording wording, int named) {
        List<String> sentences = new ArrayList<>();
        if (!contradicting.isEmpty()) {
            sentences.add(wording.say("contested", Map.of("others", list(contradicting, wording, named))));
        }
        if (!further.isEmpty()) {
            sentences.add(wording.say("others", Map.of("others", list(further, wording, named))));
        }
        return sentences;
    }

    private String list(List<Statement> statements, Wording wording, int named) {
        List<String> items = new ArrayList<>();
        statements.stream().limit(named).forEach(statement -> items.add(item(statement, wording)));
        int left = statements.size() - items.size();
        if (left > 0) {
            BigDecimal number = BigDecimal.valueOf(left);
            items.add(wording.say("other.more", Map.of("n", number, "number", wording.number(number))));
        }
        return String.join(wording.say("other.separator", Map.of()) + " ", items);
    }

    private String item(Statement statement, Wording wording) {
        boolean otherwise =
                statement.definition() != null && !statement.definition().equals(quoted.definition());
        return wording.say(
                "other",
                Map.of(
                        "attribution", wording.source("other", statement),
                        "quantity", wording.quantity(statement.figure(), statement.unit(), GrammaticalCase.NOM),
                        "period", wording.period(statement.from(), statement.to()),
                        "definition", wording.wordOrNone(otherwise ? statement.definition() : null)));
    }
}
