package org.humdash.incident.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.humdash.incident.violation.ViolationType;
import org.humdash.vocabulary.place.Gazetteer;
import org.humdash.vocabulary.text.BilingualText;
import org.humdash.vocabulary.time.DayCount;
import org.humdash.vocabulary.time.DayCounts;

/** Views that the answers of the ledger share: what a figure is about. */
final class LedgerFrame {

    private LedgerFrame() {}

    /**
     * The area a ledger is about.
     *
     * @param includesUnlocated whether incidents without a known place are in it: only when no area was asked for
     */
    record AreaView(String pcode, BilingualText name, boolean includesUnlocated) {

        static AreaView of(LedgerQuestion question) {
            return question.area() == null
                    ? named(question.terms().area(), true)
                    : named(question.area().pcode().value(), false);
        }

        private static AreaView named(String pcode, boolean includesUnlocated) {
            return new AreaView(
                    pcode,
                    Gazetteer.palestine().find(pcode).map(area -> area.name()).orElse(null),
                    includesUnlocated);
        }
    }

    /** The ceasefire a ledger is about. */
    record CeasefireView(String code, BilingualText name, LocalDate effectiveOn, LocalDate endedOn, String timeZone) {

        static CeasefireView of(LedgerQuestion question) {
            return new CeasefireView(
                    question.terms().code(),
                    question.terms().name(),
                    question.terms().effectiveOn(),
                    question.terms().endedOn(),
                    question.terms().zone().getId());
        }
    }

    /**
     * The days a ledger is about.
     *
     * @param from null when there are none, as before the ceasefire took effect
     * @param to null when there are none
     * @param days how many, by {@code dayCount}
     * @param dayCounts how many there would be by each convention
     */
    record MonitoredView(LocalDate from, LocalDate to, int days, DayCount dayCount, DayCounts dayCounts) {

        static MonitoredView of(LedgerQuestion question, MonitoredPeriod period) {
            LocalDate ended = question.terms().endedOn();
            LocalDate asOf = question.scope().asOf();
            LocalDate through = ended != null && ended.isBefore(asOf) ? ended : asOf;
            return new MonitoredView(
                    period.isEmpty() ? null : period.from(),
                    period.isEmpty() ? null : period.to(),
                    period.days(),
                    question.dayCount(),
                    DayCounts.between(question.terms().effectiveOn(), through));
        }
    }

    /** A type of violation beside its count. */
    record TypeCount(ViolationType type, BilingualText name, ViolationType partOf, long incidents) {}

    /** The types a ledger is about. */
    static List<ViolationType> listed(Set<ViolationType> types) {
        return types.stream().sorted().toList();
    }
}
