package org.humdash.incident.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The columns that hold a {@link Report}. */
final class ReportColumns {

    static final List<String> ALL = Stream.of(
                    List.of(
                            "source",
                            "relay_of",
                            "stated_source",
                            "url",
                            "archive_url",
                            "published_on",
                            "added_by_hand"),
                    EstimateSql.columns("killed"),
                    EstimateSql.columns("injured"),
                    EstimateSql.columns("detained"))
            .flatMap(List::stream)
            .toList();

    private ReportColumns() {}

    static void addTo(List<Object> values, Report report) {
        values.addAll(Arrays.asList(
                report.source(),
                report.relayOf(),
                report.statedSource(),
                report.url(),
                report.archiveUrl(),
                report.publishedOn(),
                report.addedByHand()));
        EstimateSql.addTo(values, report.figures().killed());
        EstimateSql.addTo(values, report.figures().injured());
        EstimateSql.addTo(values, report.figures().detained());
    }

    static Report read(ResultSet row) throws SQLException {
        return new Report(
                row.getString("source"),
                row.getString("relay_of"),
                row.getString("stated_source"),
                row.getString("url"),
                row.getString("archive_url"),
                row.getObject("published_on", LocalDate.class),
                new Figures(
                        EstimateSql.read(row, "killed"),
                        EstimateSql.read(row, "injured"),
                        EstimateSql.read(row, "detained")),
                row.getBoolean("added_by_hand"));
    }
}
