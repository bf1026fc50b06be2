package org.humdash.humanitarian.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.humdash.vocabulary.text.BilingualText;

/**
 * A definition through the changes of its method.
 *
 * @param text what it counts by its newest version
 * @param versions first to last, at least one
 */
public record DefinitionHistory(String code, BilingualText text, List<DefinitionVersion> versions) {

    static DefinitionHistory of(String code, List<DefinitionVersion> versions) {
        return new DefinitionHistory(code, versions.getLast().text(), List.copyOf(versions));
    }

    /** The version that a figure follows whose period ends on a day. */
    public DefinitionVersion on(LocalDate day) {
        for (int i = versions.size() - 1; i > 0; i--) {
            if (!day.isBefore(versions.get(i).validFrom())) {
                return versions.get(i);
            }
        }
        return versions.getFirst();
    }

    DefinitionVersion newest() {
        return versions.getLast();
    }

    /** The same with one version more. */
    DefinitionHistory with(DefinitionVersion version) {
        List<DefinitionVersion> more = new ArrayList<>(versions);
        more.add(version);
        return of(code, more);
    }

    /** The same with one of its versions, by its number, as it should have been. */
    DefinitionHistory corrected(DefinitionVersion version) {
        List<DefinitionVersion> others = new ArrayList<>(versions);
        others.set(version.number() - 1, version);
        return of(code, others);
    }

    /** Whether each version begins after the one before. */
    boolean isInOrder() {
        for (int i = 2; i < versions.size(); i++) {
            if (!versions.get(i).validFrom().isAfter(versions.get(i - 1).validFrom())) {
                return false;
            }
        }
        return true;
    }

    /** The same with its newest version in other words: a correction of what is written, not of the method. */
    DefinitionHistory reworded(DefinitionVersion words) {
        List<DefinitionVersion> same = new ArrayList<>(versions.subList(0, versions.size() - 1));
        same.add(newest().worded(words));
        return of(code, same);
    }
}
