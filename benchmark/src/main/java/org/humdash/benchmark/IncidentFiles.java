package org.humdash.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.humdash.vocabulary.export.Column;
import org.humdash.vocabulary.export.Column.Kind;
import org.humdash.vocabulary.export.ExportFormat;
import org.humdash.vocabulary.export.TableLayout;
import org.humdash.vocabulary.export.TableWriter;

/** The same samples as files: one to import, and one for each table for COPY. */
final class IncidentFiles {

    static final TableLayout INCIDENT = new TableLayout(
            "incident",
            List.of(
                    number("revision_id"),
                    text("id"),
                    number("revision"),
                    new Column("recorded_at", null, Kind.INSTANT),
                    text("revision_reason"),
                    text("recorded_by"),
                    text("sensitivity"),
                    text("status"),
                    text("source"),
                    text("reference"),
                    text("ceasefire"),
                    text("type"),
                    date("occurred_from"),
                    date("occurred_to"),
                    text("local_time"),
                    number("date_precision"),
                    text("place_name"),
                    text("adm1"),
                    text("adm2"),
                    new Column("lat", null, Kind.LATITUDE),
                    new Column("lon", null, Kind.LONGITUDE),
                    number("geo_precision"),
                    text("alleged_perpetrator"),
                    text("responsibility"),
                    text("killed_qualifier"),
                    number("killed_lower"),
                    text("injured_qualifier"),
                    number("injured_lower"),
                    number("injured_best"),
                    number("injured_upper"),
                    text("grade"),
                    text("grade_reason"),
                    text("description_en"),
                    text("description_ar"),
                    text("search_text"),
                    text("place_text"),
                    text("licence"),
                    text("fingerprint")));

    static final TableLayout REPORT = new TableLayout(
            "incident-report",
            List.of(
                    number("incident_revision_id"),
                    number("number"),
                    text("source"),
                    text("url"),
                    date("published_on"),
                    text("killed_qualifier"),
                    number("killed_lower"),
                    text("injured_qualifier"),
                    number("injured_lower"),
                    number("injured_best"),
                    number("injured_upper")));

    private static final TableLayout IMPORT = new TableLayout(
            "incidents",
            List.of(
                    text("source"),
                    text("reference"),
                    text("ceasefire"),
                    text("type"),
                    date("occurred_from"),
                    date("occurred_to"),
                    text("local_time"),
                    number("date_precision"),
                    text("place_name"),
                    text("adm2"),
                    new Column("lat", null, Kind.LATITUDE),
                    new Column("lon", null, Kind.LONGITUDE),
                    number("geo_precision"),
                    text("alleged_perpetrator"),
                    text("killed"),
                    text("injured"),
                    text("grade"),
                    text("grade_reason"),
                    text("description_en"),
                    text("description_ar"),
                    text("licence"),
                    text("sensitivity"),
                    text("url"),
                    date("published_on")));

    private static final Pattern PUNCTUATION = Pattern.compile("[,;]");

    private static final String LICENCE = "CC-BY-4.0";

    private final IncidentSamples samples = new IncidentSamples();

    /** A file for the import of incidents. */
    void writeImport(Path file, long rows) throws IOException {
        write(file, IMPORT, rows, IncidentFiles::importRow);
    }

    /** A file for {@code COPY incident}, of the columns of {@link #INCIDENT}, with a header. */
    void writeIncidents(Path file, long rows) throws IOException {
        write(file, INCIDENT, rows, IncidentFiles::incidentRow);
    }

    /** A file for {@code COPY incident_report}, of the columns of {@link #REPORT}, with a header. */
    void writeReports(Path file, long rows) throws IOException {
        write(file, REPORT, rows, IncidentFiles::reportRow);
    }

    private interface RowOf {
        void write(IncidentSample sample, TableWriter table) throws IOException;
    }

    private void write(Path file, TableLayout layout, long rows, RowOf row) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                TableWriter table = ExportFormat.CSV.writer(out, layout)) {
            for (long number = 1; number <= rows; number++) {
                row.write(samples.at(number), table);
                table.endRow();
            }
            table.finish();
        }
    }

    private static void importRow(IncidentSample sample, TableWriter table) throws IOException {
        table.text(sample.source())
                .text(sample.reference())
                .text(IncidentSamples.CEASEFIRE)
                .text(sample.type())
                .date(sample.day())
                .date(sample.lastDay())
                .text(sample.localTime())
                .number(sample.datePrecision())
                .text(sample.placeName())
                .text(sample.adm2())
                .number(sample.lat())
                .number(sample.lon())
                .number(2)
                .text(sample.allegedPerpetrator())
                .text(sample.atLeastKilled() == null ? null : "at least " + sample.atLeastKilled())
                .text(sample.injured() == null ? null : sample.injured().toString())
                .text(sample.gradeByHand())
                .text(sample.gradeReason())
                .text(sample.descriptionEn())
                .text(sample.descriptionAr())
                .text(LICENCE)
                .text(sample.sensitivity())
                .text(sample.url())
                .date(publishedOn(sample));
    }

    private static void incidentRow(IncidentSample sample, TableWriter table) throws IOException {
        table.number(sample.number())
                .text(sample.id().toString())
                .number(1)
                .instant(sample.recordedAt())
                .text("NEW")
                .text("benchmark")
                .text(sample.sensitivity())
                .text("PUBLISHED")
                .text(sample.source())
                .text(sample.reference())
                .text(IncidentSamples.CEASEFIRE)
                .text(sample.type())
                .date(sample.day())
                .date(sample.lastDay())
                .text(sample.localTime())
                .number(sample.datePrecision())
                .text(sample.placeName())
                .text(sample.adm2().substring(0, 4))
                .text(sample.adm2())
                .number(sample.lat())
                .number(sample.lon())
                .number(2)
                .text(sample.allegedPerpetrator())
                .text("UNCLAIMED");
        figures(sample, table);
        table.text(sample.grade())
                .text(sample.gradeReason())
                .text(sample.descriptionEn())
                .text(sample.descriptionAr())
                .text(searchText(sample))
                .text(sample.placeName())
                .text(LICENCE)
                .text(sample.fingerprint().toString());
    }

    private static void reportRow(IncidentSample sample, TableWriter table) throws IOException {
        table.number(sample.number())
                .number(1)
                .text(sample.source())
                .text(sample.url())
                .date(publishedOn(sample));
        figures(sample, table);
    }

    private static void figures(IncidentSample sample, TableWriter table) throws IOException {
        if (sample.atLeastKilled() == null) {
            table.skip().skip();
        } else {
            table.text("AT_LEAST").number(sample.atLeastKilled());
        }
        if (sample.injured() == null) {
            table.skip().skip().skip().skip();
        } else {
            table.text("EXACT")
                    .number(sample.injured())
                    .number(sample.injured())
                    .number(sample.injured());
        }
    }

    /** The words as the service keeps them for searches: Arabic ones without the article too. */
    private static String searchText(IncidentSample sample) {
        String words = PUNCTUATION.matcher(sample.descriptionEn()).replaceAll("");
        if (sample.descriptionAr() != null) {
            words += " " + sample.descriptionAr() + " تقرير سوق";
        }
        return sample.allegedPerpetrator() == null ? words : words + " " + sample.allegedPerpetrator();
    }

    private static LocalDate publishedOn(IncidentSample sample) {
        return sample.lastDay().plusDays(1);
    }

    private static Column text(String name) {
        return new Column(name, null, Kind.TEXT);
    }

    private static Column number(String name) {
        return new Column(name, null, Kind.NUMBER);
    }

    private static Column date(String name) {
        return new Column(name, null, Kind.DATE);
    }
}
