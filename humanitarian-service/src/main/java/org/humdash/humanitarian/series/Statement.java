package org.humdash.humanitarian.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A figure that counts, once for all that pass it on.
 *
 * @param others how many further observations of the originator say it: relays, and repetitions about the same period
 */
record Statement(Figure figure, int others) {

    private static final Comparator<Figure> IN_TIME =
            Comparator.comparing(Figure::validTo).thenComparing(Figure::validFrom);

    /**
     * The statements among the figures of one originator and definition. However many pass a statement on, it is one; and
     * of several about the same period the originator's own one stands, else the one published last.
     *
     * @param figures in any order
     * @return by the end of their periods, then by the beginning
     */
    static List<Statement> of(List<Figure> figures) {
        List<Statement> voices =
                figures.stream().anyMatch(figure -> figure.relayOf() != null) ? withoutRelays(figures) : alone(figures);
        voices.sort(Comparator.comparing(Statement::figure, IN_TIME.thenComparing(Figure.PREFERRED)));
        List<Statement> statements = new ArrayList<>(voices.size());
        for (Statement voice : voices) {
            Statement last = statements.isEmpty() ? null : statements.getLast();
            if (last != null && last.figure.isOfTheSamePeriodAs(voice.figure)) {
                statements.set(statements.size() - 1, new Statement(last.figure, last.others + voice.others + 1));
            } else {
                statements.add(voice);
            }
        }
        return statements;
    }

    private static List<Statement> alone(List<Figure> figures) {
        List<Statement> voices = new ArrayList<>(figures.size());
        figures.forEach(figure -> voices.add(new Statement(figure, 0)));
        return voices;
    }

    private static List<Statement> withoutRelays(List<Figure> figures) {
        Map<UUID, Figure> byId = new HashMap<>();
        figures.forEach(figure -> byId.put(figure.observation(), figure));
        Map<UUID, Statement> byOrigin = new LinkedHashMap<>();
        for (Figure figure : figures) {
            byOrigin.merge(
                    origin(figure, byId),
                    new Statement(figure, 0),
                    (a, b) -> new Statement(
                            Figure.PREFERRED.compare(a.figure, b.figure) <= 0 ? a.figure : b.figure, a.others + 1));
        }
        return new ArrayList<>(byOrigin.values());
    }

    /**
     * The statement at the other end of a chain of relays, which may itself not be among the figures. Of a ring, which
     * revisions of several records can close, it is one that all of the ring agree on.
     */
    private static UUID origin(Figure figure, Map<UUID, Figure> byId) {
        Set<UUID> passed = new HashSet<>();
        Figure at = figure;
        while (at.relayOf() != null && passed.add(at.observation())) {
            Figure before = byId.get(at.relayOf());
            if (before == null) {
                return at.relayOf();
            }
            at = before;
        }
        return at.relayOf() == null ? at.observation() : ring(at, byId);
    }

    private static UUID ring(Figure begin, Map<UUID, Figure> byId) {
        UUID least = begin.observation();
        for (Figure at = byId.get(begin.relayOf()); at != begin; at = byId.get(at.relayOf())) {
            least = least.compareTo(at.observation()) <= 0 ? least : at.observation();
        }
        return least;
    }
}
