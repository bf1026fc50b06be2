package org.humdash.incident.incident;

import java.util.List;

/**
 * The grade that responsibility and reports speak for, first match: ADMITTED is CONFIRMED, DISPUTED is CONTESTED, two or
 * more originators are FAIR, one is WEAK however many relays it has. DISCOUNTED and UNASSESSED are only given by hand.
 */
final class DerivedGrade {

    private DerivedGrade() {}

    static Grade of(Responsibility responsibility, List<Report> reports) {
        return switch (responsibility) {
            case ADMITTED -> Grade.CONFIRMED;
            case DISPUTED -> Grade.CONTESTED;
            case DENIED, UNCLAIMED ->
                reports.size() == 1
                                || reports.stream()
                                                .map(Report::originator)
                                                .distinct()
                                                .count()
                                        == 1
                        ? Grade.WEAK
                        : Grade.FAIR;
        };
    }
}
