package org.humdash.humanitarian.alert;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.humdash.humanitarian.alert.AlertFileException.Code;

/** What a file holds: its alerts, and what is wrong with those that were refused. */
final class ReadAlerts {

    /** More than GDACS ever lists in one feed. */
    static final int MOST = 2_000;

    /** How many problems are listed; the rest is counted. */
    static final int LISTED = 1_000;

    private final List<AlertMessage> messages = new ArrayList<>();
    private final Set<AlertKey> keys = new HashSet<>();
    private final List<AlertProblem> problems = new ArrayList<>();
    private int refused;

    /** Takes in one alert, or what is wrong with it. The message is looked at only where nothing is wrong. */
    void add(Position at, AlertProblems found, AlertMessage message) {
        if (messages.size() + refused == MOST) {
            throw new AlertFileException(
                    Code.TOO_MANY_ALERTS, at.line(), at.column(), "a file has " + MOST + " alerts at most");
        }
        if (found.all().isEmpty() && !keys.add(message.key())) {
            found.add(
                    at,
                    null,
                    "DUPLICATE_ALERT",
                    "an alert before it has the same sender and identifier " + message.identifier());
        }
        if (found.all().isEmpty()) {
            messages.add(message);
            return;
        }
        refused++;
        found.all().stream().limit(LISTED - problems.size()).forEach(problems::add);
    }

    List<AlertMessage> messages() {
        return messages;
    }

    int refused() {
        return refused;
    }

    List<AlertProblem> problems() {
        return problems;
    }
}
