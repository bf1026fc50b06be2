package org.humdash.incident.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.humdash.incident.ceasefire.CeasefireSummary;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.vocabulary.hxl.RowProblem;

/**
 * What must hold within a coverage statement, and between it and what is registered.
 *
 * @param ceasefires the ceasefires it may belong to, by code
 * @param sources the codes of the registered sources
 * @param now nobody has covered a day that has not begun anywhere
 */
record CoverageRules(Map<String, CeasefireSummary> ceasefires, Set<String> sources, Instant now) {

    /** A row with more days than this is a slip of the keyboard. */
    static final int MOST_DAYS = 3_660;

    /** The problems of a draft, by the column they stand in; none when it may be recorded. */
    List<RowProblem> problems(CoverageDraft draft) {
        List<RowProblem> problems = new ArrayList<>();
        Check check = new Check(draft.row(), problems);
        check.that(
                ceasefires.containsKey(draft.ceasefire()),
                "ceasefire",
                "UNKNOWN_CEASEFIRE",
                "no ceasefire has the code '" + draft.ceasefire() + "'");
        check.that(
                sources.contains(draft.source()),
                "source",
                "UNKNOWN_SOURCE",
                "source '" + draft.source() + "' is not registered; register it at /api/v1/sources first");
        check.that(
                draft.revisionReason() != RevisionReason.RETRACTION,
                "revision_reason",
                "NO_RETRACTION",
                "a wrong coverage day is corrected to NO_REPORT; it is not retracted");
        check.period(draft, today());
        return problems;
    }

    /** The latest day that has begun: the ceasefire's own zone may be ahead of or behind the default one by hours only. */
    private LocalDate today() {
        return LocalDate.ofInstant(now, TimeTravel.DEFAULT_ZONE);
    }

    private record Check(long row, List<RowProblem> problems) {

        void that(boolean holds, String column, String code, String message) {
            if (!holds) {
                problems.add(new RowProblem(row, column, code, message));
            }
        }

        void period(CoverageDraft draft, LocalDate today) {
            if (!TimeTravel.isPlausible(draft.from()) || !TimeTravel.isPlausible(draft.to())) {
                that(
                        false,
                        "day",
                        "OUT_OF_RANGE",
                        "the year of " + draft.from() + " to " + draft.to() + " cannot be meant");
                return;
            }
            that(
                    draft.days() >= 1,
                    "to",
                    "PERIOD_REVERSED",
                    "the period ends on " + draft.to() + ", before it begins on " + draft.from());
            that(draft.days() <= MOST_DAYS, "to", "TOO_LARGE", "a row covers " + MOST_DAYS + " days at most");
            that(
                    !draft.to().isAfter(today),
                    draft.days() == 1 ? "day" : "to",
                    "NOT_YET",
                    draft.to() + " has not come yet, so nobody has reported on it");
        }
    }
}
