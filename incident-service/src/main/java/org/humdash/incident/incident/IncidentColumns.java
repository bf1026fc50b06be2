package org.humdash.incident.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.humdash.incident.violation.ViolationType;
import org.humdash.vocabulary.text.SearchText;

/** The columns that hold an {@link Incident}, its reports aside. */
final class IncidentColumns {

    static final List<String> KEY = List.of("source", "reference");

    static final List<String> CONTENT = Stream.of(
                    List.of(
                            "ceasefire",
                            "type",
                            "occurred_from",
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
                            "responsibility"),
                    EstimateSql.columns("killed"),
                    EstimateSql.columns("injured"),
                    EstimateSql.columns("detained"),
                    EstimateSql.columns("children_killed"),
                    EstimateSql.columns("women_killed"),
                    EstimateSql.columns("structures_destroyed"),
                    List.of(
                            "estimate_reason",
                            "grade",
                            "grade_reason",
                            "description_en",
                            "description_ar",
                            "search_text",
                            "place_text",
                            "licence"))
            .flatMap(List::stream)
            .toList();

    /** Those that {@link #read} reads: the folded words that are searched are long, and nobody is shown them. */
    static final List<String> SHOWN = CONTENT.stream()
            .filter(column -> !List.of("search_text", "place_text").contains(column))
            .toList();

    private IncidentColumns() {}

    /** The values of {@link #CONTENT}, in its order. */
    static void addTo(List<Object> values, Incident incident) {
        Occurrence occurrence = incident.occurrence();
        Place place = incident.place();
        Figures figures = incident.figures();
        values.addAll(Arrays.asList(
                incident.ceasefire(),
                incident.type(),
                occurrence.from(),
                occurrence.to(),
                occurrence.localTime(),
                occurrence.precision(),
                place.name(),
                place.adm1(),
                place.adm2(),
                place.lat(),
                place.lon(),
                place.precision(),
                incident.allegedPerpetrator(),
                incident.responsibility()));
        EstimateSql.addTo(values, figures.killed());
        EstimateSql.addTo(values, figures.injured());
        EstimateSql.addTo(values, figures.detained());
        EstimateSql.addTo(values, incident.childrenKilled());
        EstimateSql.addTo(values, incident.womenKilled());
        EstimateSql.addTo(values, incident.structuresDestroyed());
        values.addAll(Arrays.asList(
                incident.estimateReason(),
                incident.grade(),
                incident.gradeReason(),
                incident.descriptionEn(),
                incident.descriptionAr(),
                SearchText.of(incident.descriptionEn(), incident.descriptionAr(), incident.allegedPerpetrator()),
                SearchText.of(place.name()),
                incident.licence()));
    }

    static Incident read(ResultSet row, List<Report> reports) throws SQLException {
        String estimateReason = row.getString("estimate_reason");
        String gradeReason = row.getString("grade_reason");
        return new Incident(
                row.getString("ceasefire"),
                ViolationType.valueOf(row.getString("type")),
                new Occurrence(
                        row.getObject("occurred_from", LocalDate.class),
                        row.getObject("occurred_to", LocalDate.class),
                        row.getObject("local_time", LocalTime.class),
                        row.getInt("date_precision")),
                new Place(
                        row.getString("place_name"),
                        row.getString("adm1"),
                        row.getString("adm2"),
                        row.getObject("lat", Double.class),
                        row.getObject("lon", Double.class),
                        row.getObject("geo_precision", Integer.class)),
                row.getString("alleged_perpetrator"),
                Responsibility.valueOf(row.getString("responsibility")),
                estimateReason == null
                        ? Figures.NONE
                        : new Figures(
                                EstimateSql.read(row, "killed"),
                                EstimateSql.read(row, "injured"),
                                EstimateSql.read(row, "detained")),
                estimateReason,
                EstimateSql.read(row, "children_killed"),
                EstimateSql.read(row, "women_killed"),
                EstimateSql.read(row, "structures_destroyed"),
                gradeReason == null ? null : Grade.valueOf(row.getString("grade")),
                gradeReason,
                row.getString("description_en"),
                row.getString("description_ar"),
                row.getString("licence"),
                reports);
    }
}
