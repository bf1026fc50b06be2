package org.humdash.incident.mapping;

import org.humdash.vocabulary.mapping.ColumnNames;

/** Tables that are often sent along with those of incidents and are not about incidents. */
final class OtherSubjects {

    private OtherSubjects() {}

    /** What the table is about instead, and where it belongs; null if nothing speaks against incidents. */
    static String of(ColumnNames columns) {
        if (columns.hasAll("displacement_type", "figure") || columns.has("#affected+displaced")) {
            return "These are displacements of people, not violations: a displacement has no perpetrator, no type of attack"
                    + " and counts people who fled. Record them as humanitarian observations";
        }
        if (columns.hasAll("numPresentIdpInd", "roundNumber")) {
            return "These are counts of displaced people at a date, not violations. Record them as humanitarian observations";
        }
        boolean isPerMonth = columns.has("month") || columns.has("month_year") || columns.has("reference_period_start");
        if (columns.has("events") && columns.has("fatalities") && isPerMonth) {
            return "These are counts of events by month and area, not the events themselves. Ask for the table of events";
        }
        boolean isDailyReport = columns.has("report_date")
                && (columns.has("killed_cum")
                        || columns.has("ext_killed_cum")
                        || columns.has("residential.ext_destroyed"));
        if (isDailyReport) {
            return "These are totals reported day by day, not single incidents. Record totals as claims, and the days"
                    + " reported on as coverage";
        }
        return null;
    }
}
