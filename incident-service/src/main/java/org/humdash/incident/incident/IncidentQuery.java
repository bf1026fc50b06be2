package org.humdash.incident.incident;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;
import static org.humdash.kit.query.SqlConditions.at;
import static org.humdash.kit.query.SqlConditions.constant;
import static org.humdash.kit.query.SqlConditions.name;
import static org.humdash.kit.query.SqlConditions.names;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.humdash.incident.violation.ViolationType;
import org.humdash.kit.query.SqlConditions;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.vocabulary.access.Clearance;
import org.humdash.vocabulary.access.Sensitivity;
import org.humdash.vocabulary.place.Area;
import org.humdash.vocabulary.place.Gazetteer;
import org.humdash.vocabulary.place.Pcode;
import org.humdash.vocabulary.text.SearchText;

/**
 * The conditions on incidents {@code i} that a request comes to, and their parameters. What the caller may not see is cut
 * away before any of the filters, and the filters see places and words only as the caller does, or they would tell.
 */
final class IncidentQuery {

    private final SqlConditions where = new SqlConditions();

    private IncidentQuery() {}

    /** The incidents that a read may see at all. */
    static IncidentQuery visible(ReadScope scope) {
        IncidentQuery query = new IncidentQuery();
        query.and("i.recorded_at <= ?", at(scope.knownAt()));
        // Not "exists", which the planner may answer by reading the sensitivity of everything there is.
        query.and(
                "(i.superseded_at is null or i.superseded_at > ? and (select n.sensitivity from incident n"
                        + " where n.id = i.id and n.superseded_at is null) = any(?))",
                at(scope.knownAt()),
                names(scope.clearance().mayRead()));
        query.and("i.sensitivity = any(?)", (Object) names(scope.clearance().mayRead()));
        query.and("i.status = any(?)", (Object) stages(scope.clearance()));
        return query;
    }

    /** All revisions: for those who write. */
    static IncidentQuery everything() {
        return new IncidentQuery();
    }

    /** Revisions that were found for a caller before, unless their incidents were hidden since. */
    static IncidentQuery revisions(Collection<Long> revisionIds, Clearance clearance) {
        return new IncidentQuery()
                .and("i.revision_id = any(?::bigint[])", (Object)
                        revisionIds.stream().map(String::valueOf).toArray(String[]::new))
                .and(
                        "exists (select from incident n where n.id = i.id and n.superseded_at is null"
                                + " and n.sensitivity = any(?))",
                        (Object) names(clearance.mayRead()));
    }

    /** The revisions that a caller may look back on, retractions included. */
    static IncidentQuery history(ReadScope scope) {
        String[] readable = names(scope.clearance().mayRead());
        IncidentQuery query = new IncidentQuery();
        query.and("i.recorded_at <= ?", at(scope.knownAt()));
        query.and("i.sensitivity = any(?)", (Object) readable);
        query.and(
                "exists (select from incident n where n.id = i.id and n.superseded_at is null and n.sensitivity = any(?))",
                (Object) readable);
        if (scope.clearance() != Clearance.STAFF) {
            // What was withdrawn before it was ever published was never theirs to see.
            query.and("i.status <> 'DRAFT'");
            query.and(
                    "(i.status <> 'RETRACTED' or exists (select from incident p where p.id = i.id"
                            + " and p.status = 'PUBLISHED' and p.sensitivity = any(?)))",
                    (Object) readable);
        }
        return query;
    }

    /** The visible incidents that happened by the as-of day and pass a filter. */
    static IncidentQuery of(IncidentFilter filter, ReadScope scope) {
        IncidentQuery query = visible(scope);
        query.and("i.occurred_from <= ?", scope.asOf());
        query.filter(filter, scope.clearance());
        return query;
    }

    /** The rows of the roll-up that the visible, published incidents of a filter are counted in. */
    static IncidentQuery ofRollup(IncidentFilter filter, ReadScope scope) {
        IncidentQuery query = new IncidentQuery();
        query.and("i.recorded_at <= ?", at(scope.knownAt()));
        query.and("(i.superseded_at is null or i.superseded_at > ?)", at(scope.knownAt()));
        query.and("i.sensitivity = any(?)", (Object) names(scope.clearance().mayRead()));
        query.and("i.occurred_from <= ?", scope.asOf());
        query.filterRollup(filter);
        return query;
    }

    /** The stages that callers see; drafts are for staff, and a retracted incident is in the history alone. */
    static String[] stages(Clearance clearance) {
        return clearance == Clearance.STAFF
                ? new String[] {IncidentStatus.PUBLISHED.name(), IncidentStatus.DRAFT.name()}
                : new String[] {IncidentStatus.PUBLISHED.name()};
    }

    IncidentQuery and(String condition, Object... values) {
        where.and(condition, values);
        return this;
    }

    SqlConditions where() {
        return where;
    }

    String conditions() {
        return where.sql();
    }

    /** Prepares a statement whose parameters are those of this query and then the further ones. */
    PreparedStatement prepare(Connection connection, String sql, Object... further) throws SQLException {
        return where.prepare(connection, sql, further);
    }

    private void filter(IncidentFilter filter, Clearance clearance) {
        filterRollup(filter);
        filterIncidents(filter, clearance);
    }

    /** The conditions on columns that the roll-up has too. */
    private void filterRollup(IncidentFilter filter) {
        where.equal("i.ceasefire", filter.ceasefire);
        if (isGiven(filter.types)) {
            and("i.type = any(?)", (Object) names(types(filter.types)));
        }
        if (filter.area != null) {
            area(filter.area);
        }
        if (isGiven(filter.grades)) {
            Set<Grade> grades = filter.grades.stream()
                    .map(grade -> constant("grade", grade, Grade.class))
                    .collect(Collectors.toSet());
            and("i.grade = any(?)", (Object) names(grades));
        }
        where.equal("i.sensitivity", name("sensitivity", filter.sensitivity, Sensitivity.class));
        if (filter.datePrecision != null) {
            and("i.date_precision <= ?", filter.datePrecision);
        }
        if (filter.occurredFrom != null) {
            LocalDate from = TimeTravel.date("occurredFrom", filter.occurredFrom);
            and("i.occurred_to >= ?", from);
            // A span is a year at most, which lets the index on the first day cut the rest away.
            and("i.occurred_from >= ?", from.minusYears(1));
        }
        if (filter.occurredTo != null) {
            and("i.occurred_from <= ?", TimeTravel.date("occurredTo", filter.occurredTo));
        }
    }

    private void filterIncidents(IncidentFilter filter, Clearance clearance) {
        if (filter.bbox != null) {
            within(BoundingBox.parse(filter.bbox), clearance);
        }
        where.equal("i.alleged_perpetrator", filter.actor);
        where.equal("i.responsibility", name("responsibility", filter.responsibility, Responsibility.class));
        where.equal("i.status", name("status", filter.status, IncidentStatus.class));
        if (filter.source != null) {
            and(
                    "(i.source = ? or exists (select from incident_report r where r.incident_revision_id = i.revision_id"
                            + " and (r.source = ? or r.relay_of = ?)))",
                    filter.source,
                    filter.source,
                    filter.source);
        }
        if (filter.geoPrecision != null) {
            and(
                    "i.geo_precision is not null and greatest(i.geo_precision, " + finestPrecision(clearance)
                            + ") <= ?",
                    filter.geoPrecision);
        }
        atLeast("i.killed", filter.minKilled);
        atLeast("i.injured", filter.minInjured);
        words(filter.text, clearance);
        if (filter.recordedFrom != null) {
            and("i.recorded_at >= ?", at(TimeTravel.instant("recordedFrom", filter.recordedFrom)));
        }
        if (filter.recordedTo != null) {
            and("i.recorded_at < ?", at(TimeTravel.instant("recordedTo", filter.recordedTo)));
        }
        if (!filter.duplicates) {
            and("i.duplicate_of is null");
        }
    }

    private void atLeast(String figure, Long number) {
        if (number != null) {
            and("coalesce(" + figure + "_lower, " + figure + "_best) >= ?", number);
        }
    }

    private void area(String code) {
        Gazetteer gazetteer = Gazetteer.palestine();
        Pcode area = gazetteer
                .find(code)
                .map(Area::pcode)
                .orElseThrow(() -> INVALID_PARAMETER.because("Parameter 'area' must be a P-code such as PS02."));
        switch (area.level()) {
            case 0 -> and("i.adm1 <> ''");
            case 1 -> and("i.adm1 = ?", area.value());
            default -> and("i.adm2 = ?", area.value());
        }
    }

    private void within(BoundingBox box, Clearance clearance) {
        switch (clearance) {
            case STAFF -> position("i.lat", "i.lon", box);
            case PARTNER -> position(cell("lat"), cell("lon"), box);
            case PUBLIC ->
                and("i.adm2 = any(?)", (Object) Gazetteer.palestine().areas().stream()
                        .filter(area -> area.level() == 2 && box.contains(area.centroid()))
                        .map(area -> area.pcode().value())
                        .toArray(String[]::new));
        }
    }

    /** A coordinate as partners are shown it: a box drawn around that finds it, to the last digit. */
    static String cell(String axis) {
        return "round(i.grid_" + axis + "::numeric, 3)::double precision";
    }

    private void position(String lat, String lon, BoundingBox box) {
        and(lat + " between ? and ? and " + lon + " between ? and ?", box.south(), box.north(), box.west(), box.east());
    }

    /** Place names say more than the public and partners may know, so their searches do not look there. */
    private void words(String text, Clearance clearance) {
        if (text == null) {
            return;
        }
        List<String> words = SearchText.query(text);
        if (words.isEmpty()) {
            throw INVALID_PARAMETER.because("Parameter 'text' holds no word.");
        }
        String inText = "to_tsvector('simple', i.search_text) @@ to_tsquery('simple', ?)";
        String inPlace = "to_tsvector('simple', i.place_text) @@ to_tsquery('simple', ?)";
        for (String word : words) {
            if (clearance == Clearance.STAFF) {
                and("(" + inText + " or " + inPlace + ")", word, word);
            } else {
                and(inText, word);
            }
        }
    }

    /** The finest geo precision that is shown: finer ones are coarsened to it. */
    static int finestPrecision(Clearance clearance) {
        return switch (clearance) {
            case STAFF -> 1;
            case PARTNER -> 2;
            case PUBLIC -> 3;
        };
    }

    private static Set<ViolationType> types(List<String> codes) {
        Set<ViolationType> types = EnumSet.noneOf(ViolationType.class);
        for (String given : codes) {
            ViolationType type = constant("type", given, ViolationType.class);
            Arrays.stream(ViolationType.values())
                    .filter(other ->
                            other == type || other.parent().filter(type::equals).isPresent())
                    .forEach(types::add);
        }
        return types;
    }

    private static boolean isGiven(List<String> values) {
        return values != null && !values.isEmpty();
    }
}
