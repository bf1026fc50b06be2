package org.humdash.incident.incident;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.humdash.incident.violation.ViolationType;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.vocabulary.access.Sensitivity;
import org.humdash.vocabulary.hxl.Columns;
import org.humdash.vocabulary.hxl.Row;
import org.humdash.vocabulary.place.Area;
import org.humdash.vocabulary.place.Gazetteer;
import org.humdash.vocabulary.place.Pcode;

/**
 * The columns of a table of incidents, and how a row becomes a draft. A row is an incident with one report, that of
 * {@code report_source}, which is the provider itself when left out. A figure is written in words in its own column, or in
 * numbers in {@code <figure>_lower}, {@code _best} and {@code _upper}, with {@code _qualifier} where they need one. A
 * grade counts with its {@code grade_reason}; without one it is derived, whatever the table says.
 */
public final class IncidentTable {

    /** Every column there is. */
    public static final Columns COLUMNS = new Columns(
            Set.of("source", "reference", "ceasefire", "type", "occurred_from"),
            Stream.concat(
                            Stream.of(
                                    "occurred_to",
                                    "local_time",
                                    "date_precision",
                                    "place_name",
                                    "adm1",
                                    "adm2",
                                    "lat",
                                    "lon",
                                    "geo_precision",
                                    "alleged_perpetrator",
                                    "responsibility",
                                    "description_en",
                                    "description_ar",
                                    "licence",
                                    "grade",
                                    "grade_reason",
                                    "status",
                                    "sensitivity",
                                    "report_source",
                                    "relay_of",
                                    "stated_source",
                                    "url",
                                    "archive_url",
                                    "published_on",
                                    "report_count",
                                    "revision_reason",
                                    "revision_note"),
                            Stream.of(
                                            "killed",
                                            "injured",
                                            "detained",
                                            "children_killed",
                                            "women_killed",
                                            "structures_destroyed")
                                    .flatMap(figure -> Stream.of("", "_qualifier", "_lower", "_best", "_upper")
                                            .map(figure::concat)))
                    .collect(Collectors.toUnmodifiableSet()));

    private IncidentTable() {}

    /** The draft of a row; empty when a cell cannot be read, and then the row holds the problems. */
    static Optional<IncidentDraft> draft(Row row) {
        String source = row.required("source");
        Integer reports = row.wholeNumber("report_count");
        if (reports != null && reports > 1) {
            row.refuse(
                    "report_count",
                    "SEVERAL_REPORTS",
                    "what several sources said is summed up here; an incident with several reports is sent as JSON");
        }
        IncidentDraft draft = new IncidentDraft(
                row.number(),
                source,
                row.required("reference"),
                incident(row, source),
                row.code("status", IncidentStatus.class),
                row.code("sensitivity", Sensitivity.class),
                row.code("revision_reason", RevisionReason.class),
                row.text("revision_note"));
        return row.refused() ? Optional.empty() : Optional.of(draft);
    }

    private static Incident incident(Row row, String source) {
        Responsibility responsibility = row.code("responsibility", Responsibility.class);
        return new Incident(
                row.required("ceasefire"),
                row.requiredCode("type", ViolationType.class),
                occurrence(row),
                place(row),
                row.text("alleged_perpetrator"),
                responsibility == null ? Responsibility.UNCLAIMED : responsibility,
                Figures.NONE,
                null,
                row.figure("children_killed"),
                row.figure("women_killed"),
                row.figure("structures_destroyed"),
                row.text("grade_reason") == null ? null : row.code("grade", Grade.class),
                row.text("grade_reason"),
                row.text("description_en"),
                row.text("description_ar"),
                row.text("licence"),
                List.of(report(row, source)));
    }

    private static Report report(Row row, String source) {
        String reportSource = row.text("report_source");
        return new Report(
                reportSource == null ? source : reportSource,
                row.text("relay_of"),
                row.text("stated_source"),
                text(row.url("url")),
                text(row.url("archive_url")),
                row.date("published_on"),
                new Figures(row.figure("killed"), row.figure("injured"), row.figure("detained")),
                false);
    }

    private static Occurrence occurrence(Row row) {
        LocalDate from = row.requiredDate("occurred_from");
        LocalDate to = row.date("occurred_to");
        LocalTime time = time(row);
        Integer precision = row.wholeNumber("date_precision");
        if (from == null) {
            return null;
        }
        LocalDate last = to == null ? from : to;
        return new Occurrence(from, last, time, precision == null ? Occurrence.precisionOf(from, last) : precision);
    }

    private static LocalTime time(Row row) {
        String cell = row.text("local_time");
        try {
            return cell == null ? null : LocalTime.parse(cell);
        } catch (DateTimeParseException e) {
            row.refuse("local_time", "NOT_A_TIME", "a time of day is written such as 14:30");
            return null;
        }
    }

    private static Place place(Row row) {
        String adm2 = area(row, "adm2", 2);
        String adm1 = area(row, "adm1", 1);
        return new Place(
                row.text("place_name"),
                adm1 == null && adm2 != null ? adm2.substring(0, 4) : adm1,
                adm2,
                degrees(row.number("lat")),
                degrees(row.number("lon")),
                row.wholeNumber("geo_precision"));
    }

    /** A P-code, or the name of an area that has one. */
    private static String area(Row row, String column, int level) {
        String cell = row.text(column);
        if (cell == null) {
            return null;
        }
        Gazetteer gazetteer = Gazetteer.palestine();
        return gazetteer
                .find(cell)
                .or(() -> gazetteer.resolve(cell))
                .filter(area -> area.level() == level)
                .map(Area::pcode)
                .map(Pcode::value)
                .orElseGet(() -> {
                    row.refuse(
                            column,
                            "UNKNOWN_PCODE",
                            "this is neither a P-code nor a name of an area of level " + level);
                    return null;
                });
    }

    private static Double degrees(BigDecimal number) {
        return number == null ? null : number.doubleValue();
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
