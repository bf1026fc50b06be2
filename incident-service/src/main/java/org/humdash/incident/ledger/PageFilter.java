package org.humdash.incident.ledger;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.humdash.kit.page.CursorText;
import org.humdash.kit.revision.TimeTravel;

/** Which of the monitored days an answer holds. */
class PageFilter {

    @QueryParam("from")
    @Parameter(description = "Only monitored days from this one on (yyyy-MM-dd)")
    String from;

    @QueryParam("to")
    @Parameter(description = "Only monitored days up to this one (yyyy-MM-dd)")
    String to;

    @QueryParam("cursor")
    @Parameter(description = "nextCursor of the page before")
    String cursor;

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(1000)
    int limit;

    /** The part of the period that is asked for; empty when there is none. */
    Optional<MonitoredPeriod> of(MonitoredPeriod period) {
        return period.within(
                from == null ? period.from() : TimeTravel.date("from", from),
                to == null ? period.to() : TimeTravel.date("to", to));
    }

    /** The day the page begins on: the one the cursor names, else the first of the part. */
    LocalDate start(MonitoredPeriod part) {
        LocalDate start = cursor == null ? part.from() : decode(cursor);
        return start.isBefore(part.from()) ? part.from() : start;
    }

    /** A cursor for the page that begins on a day; null when that is beyond the part. */
    static String cursor(LocalDate next, MonitoredPeriod part) {
        return next.isAfter(part.to()) ? null : CursorText.encode(next.toString());
    }

    private static LocalDate decode(String cursor) {
        try {
            String day = CursorText.decode(cursor);
            return TimeTravel.date("cursor", day);
        } catch (IllegalArgumentException e) {
            throw INVALID_PARAMETER.because("Parameter 'cursor' must be the nextCursor of an earlier page.");
        }
    }
}
