package org.humdash.kit.revision;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.humdash.vocabulary.access.Clearance;

/** The two dates of every read: {@code asOf} cuts by what happened, {@code knownAt} by what had been recorded. */
public class TimeTravel {

    /** The calendar that "today" is read from when a request gives no date. */
    public static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Gaza");

    /** The years that a date in a request may lie in; PostgreSQL knows no end of them, a typing error does. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2100;

    @QueryParam("asOf")
    @Parameter(
            description = "Only facts of the days up to this one (yyyy-MM-dd); today in Gaza when left out",
            schema =
                    @Schema(
                            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
                            format = "date"))
    public String asOf;

    @QueryParam("knownAt")
    @Parameter(
            description = "Only what had been recorded by this instant (ISO 8601); now when left out, as in the future",
            schema =
                    @Schema(
                            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
                            format = "date-time"))
    public String knownAt;

    /** What the gateway takes for today; all replicas then agree on it, and so does what the gateway knows the answer by. */
    @HeaderParam("Humdash-As-Of")
    @Parameter(hidden = true)
    public String today;

    /** The instant of the gateway's watermark: as nothing changed since, it stands for now, and the answer stays the same. */
    @HeaderParam("Humdash-Known-At")
    @Parameter(hidden = true)
    public String settled;

    /**
     * What is asked about. An instant that something may still be recorded under, or before, is not taken: the scope then
     * has the latest one that is settled, and the answer states it.
     */
    public ReadScope scope(ReadClock clock, Clearance clearance) {
        Instant asked = asked();
        Instant latest = clock.settled();
        return new ReadScope(day(clock), asked.isBefore(latest) ? asked : latest, clearance);
    }

    private Instant asked() {
        if (knownAt != null) {
            return instant("knownAt", knownAt).truncatedTo(ChronoUnit.MICROS);
        }
        return settled == null
                ? Instant.MAX
                : instant("Humdash-Known-At", settled).truncatedTo(ChronoUnit.MICROS);
    }

    private LocalDate day(ReadClock clock) {
        if (asOf != null) {
            return date("asOf", asOf);
        }
        return today == null ? clock.today() : date("Humdash-As-Of", today);
    }

    /** Whether a date may be one that was meant; a missing date is. */
    public static boolean isPlausible(LocalDate date) {
        return date == null || date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
    }

    /** Reads a date parameter, or answers 400 naming it. */
    public static LocalDate date(String parameter, String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (isPlausible(date)) {
                return date;
            }
            throw new DateTimeException("out of range");
        } catch (DateTimeException e) {
            throw INVALID_PARAMETER.because(
                    "Parameter '" + parameter + "' must be a calendar date such as 2025-12-19.");
        }
    }

    /** Reads an instant parameter, or answers 400 naming it. */
    public static Instant instant(String parameter, String text) {
        try {
            OffsetDateTime instant = OffsetDateTime.parse(text);
            if (isPlausible(instant.toLocalDate())) {
                return instant.toInstant();
            }
            throw new DateTimeException("out of range");
        } catch (DateTimeException e) {
            throw INVALID_PARAMETER.because(
                    "Parameter '" + parameter + "' must be an instant such as 2025-12-19T18:00:00Z.");
        }
    }
}
