package org.humdash.humanitarian.observation;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;
import static org.humdash.kit.query.SqlConditions.at;
import static org.humdash.kit.query.SqlConditions.name;
import static org.humdash.kit.query.SqlConditions.names;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.humdash.humanitarian.indicator.DefinitionHistory;
import org.humdash.humanitarian.indicator.DefinitionVersion;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.kit.query.ListOrder;
import org.humdash.kit.query.SqlConditions;
import org.humdash.kit.query.SqlStatement;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.vocabulary.access.Sensitivity;
import org.humdash.vocabulary.estimate.Qualifier;
import org.humdash.vocabulary.place.Area;
import org.humdash.vocabulary.place.Gazetteer;
import org.humdash.vocabulary.place.Pcode;
import org.humdash.vocabulary.text.SearchText;

/**
 * The observations {@code o} that a request comes to. What the caller may not see is cut away before any of the filters,
 * and which figures are about a hazard that may not be seen is not told by searching for it either.
 *
 * <p>What several indicators, or originators and publishers, say is in several lists, each of which an index has in order.
 * A page takes what comes next in each and puts that in order: sorting all that two sources or three indicators said in
 * ten years would cost a page what the whole costs.
 *
 * @param where what holds in every list
 * @param anyList the condition of being in one of them; none where there is one list
 * @param lists the condition of each list; empty where there is one
 */
record ObservationQuery(SqlConditions where, SqlConditions anyList, List<SqlConditions> lists) {

    private static final String PAGE =
            "select o.revision_id, o.valid_to, o.recorded_at, o.id from observation o where ";

    /** A figure that is not limited in this way. */
    private static final String UNLIMITED = "ALL";

    /** So many lists are read side by side; more are looked for in all of them. */
    private static final int MOST_LISTS = 20;

    /** The visible observations about periods that ended by the as-of day and that pass a filter. */
    static ObservationQuery of(ObservationFilter filter, ReadScope scope, ObservationContext context) {
        ObservationQuery query = lists(filter);
        query.visible(scope);
        query.where.and("o.valid_to <= ?", scope.asOf());
        query.filter(filter, context);
        return query;
    }

    private static ObservationQuery lists(ObservationFilter filter) {
        SqlConditions where = new SqlConditions();
        SqlConditions anyList = new SqlConditions();
        List<SqlConditions> lists = new ArrayList<>();
        List<String> indicators = indicators(filter);
        if (filter.source != null) {
            anyList.and("(o.originator = ? or o.publisher = ?)", filter.source, filter.source);
            lists.add(new SqlConditions().and("o.originator = ?", filter.source));
            lists.add(new SqlConditions().and("o.publisher = ? and o.originator <> ?", filter.source, filter.source));
            inAny(indicators, where);
        } else {
            inAny(indicators, anyList);
            if (indicators.size() > 1 && indicators.size() <= MOST_LISTS) {
                indicators.forEach(indicator -> lists.add(new SqlConditions().and("o.indicator = ?", indicator)));
            }
        }
        return new ObservationQuery(where, anyList, lists);
    }

    private static void inAny(List<String> indicators, SqlConditions conditions) {
        if (indicators.size() == 1) {
            conditions.and("o.indicator = ?", indicators.getFirst());
        } else if (!indicators.isEmpty()) {
            conditions.and("o.indicator = any(?)", (Object) indicators.toArray(String[]::new));
        }
    }

    /** The conditions on all of them, whatever the list. */
    SqlConditions whole() {
        return new SqlConditions().and(anyList).and(where);
    }

    /** The statement of the revisions that come next in an order, at most {@code limit}. */
    SqlStatement page(ListOrder order, int limit) {
        String end = " order by " + order.clause() + " limit ?";
        StringBuilder pages = new StringBuilder();
        List<Object> values = new ArrayList<>();
        for (SqlConditions list : lists.isEmpty() ? List.of(anyList) : lists) {
            SqlConditions conditions = new SqlConditions().and(list).and(where);
            pages.append(pages.isEmpty() ? "(" : " union all (")
                    .append(PAGE)
                    .append(conditions.sql())
                    .append(end)
                    .append(')');
            values.addAll(conditions.values());
            values.add(limit);
        }
        values.add(limit);
        return new SqlStatement("select o.revision_id from (" + pages + ") o" + end, values);
    }

    private void visible(ReadScope scope) {
        String[] readable = names(scope.clearance().mayRead());
        where.and("o.recorded_at <= ?", at(scope.knownAt()));
        // Not "exists", which the planner may answer by reading the sensitivity of everything there is.
        where.and(
                "(o.superseded_at is null or o.superseded_at > ? and (select n.sensitivity from observation n"
                        + " where n.id = o.id and n.superseded_at is null) = any(?))",
                at(scope.knownAt()),
                readable);
        where.and("o.sensitivity = any(?)", (Object) readable);
        where.and("o.revision_reason <> 'RETRACTION'");
    }

    private void filter(ObservationFilter filter, ObservationContext context) {
        if (filter.area != null) {
            area(filter.area);
        }
        where.equal("o.definition", filter.definition);
        if (filter.definitionVersion != null) {
            version(filter, indicators(filter), context);
        }
        where.equal("o.originator", filter.originator);
        where.equal("o.publisher", filter.publisher);
        if (filter.hazard != null && context.hiddenHazards().contains(filter.hazard)) {
            where.and("false");
        }
        where.equal("o.hazard", filter.hazard);
        report(filter.report);
        where.equal("o.qualifier", name("qualifier", filter.qualifier, Qualifier.class));
        part("sex", "o.sex", filter.sex, Sex.class);
        part("age", "o.age", filter.age, Age.class);
        part("cause", "o.cause", filter.cause, Cause.class);
        part("shelterType", "o.shelter_type", filter.shelterType, ShelterType.class);
        if (filter.minValue != null) {
            where.and("coalesce(o.lower, o.best) >= ?", filter.minValue);
        }
        if (filter.maxValue != null) {
            where.and("coalesce(o.upper, o.best) <= ?", filter.maxValue);
        }
        where.equal("o.sensitivity", name("sensitivity", filter.sensitivity, Sensitivity.class));
        if (filter.text != null) {
            words(filter.text);
        }
        day("periodFrom", "o.valid_to >= ?", filter.periodFrom);
        day("periodTo", "o.valid_from <= ?", filter.periodTo);
        day("publishedFrom", "o.published_on >= ?", filter.publishedFrom);
        day("publishedTo", "o.published_on <= ?", filter.publishedTo);
        instant("recordedFrom", "o.recorded_at >= ?", filter.recordedFrom);
        instant("recordedTo", "o.recorded_at < ?", filter.recordedTo);
    }

    private static List<String> indicators(ObservationFilter filter) {
        return filter.indicators == null
                ? List.of()
                : filter.indicators.stream().distinct().toList();
    }

    private void area(String code) {
        Pcode area = Gazetteer.palestine()
                .find(code)
                .map(Area::pcode)
                .orElseThrow(() -> INVALID_PARAMETER.because("Parameter 'area' must be a P-code such as PS02."));
        switch (area.level()) {
            case 0 -> where.and("o.area like ?", area.value() + "%");
            case 1 -> where.and("left(o.area, 4) = ?", area.value());
            default -> where.and("o.area = ?", area.value());
        }
    }

    /** A figure follows the version of its definition that held on the last day of its period. */
    private void version(ObservationFilter filter, List<String> indicators, ObservationContext context) {
        if (indicators.size() != 1) {
            throw INVALID_PARAMETER.because("Parameter 'definitionVersion' needs one indicator.");
        }
        IndicatorSummary indicator = context.indicators().get(indicators.getFirst());
        List<String> periods = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (DefinitionHistory history : indicator == null ? List.<DefinitionHistory>of() : indicator.histories()) {
            List<DefinitionVersion> versions = history.versions();
            for (int i = 0; i < versions.size(); i++) {
                if (versions.get(i).number() == filter.definitionVersion) {
                    LocalDate from = versions.get(i).validFrom();
                    LocalDate until =
                            i + 1 < versions.size() ? versions.get(i + 1).validFrom() : null;
                    periods.add("o.definition = ? and o.valid_to >= coalesce(?::date, '-infinity')"
                            + " and o.valid_to < coalesce(?::date, 'infinity')");
                    values.add(history.code());
                    values.add(from);
                    values.add(until);
                }
            }
        }
        where.and(periods.isEmpty() ? "false" : "(" + String.join(" or ", periods) + ")", values.toArray());
    }

    private void report(String report) {
        if (ReportKind.NO_REPORT.name().equals(report)) {
            throw INVALID_PARAMETER.because(
                    "Parameter 'report' must be FIGURE or NIL; days without a report are at /api/v1/unreported-days.");
        }
        where.equal("o.report", name("report", report, ReportKind.class));
    }

    private <E extends Enum<E>> void part(String parameter, String column, String given, Class<E> type) {
        if (UNLIMITED.equals(given)) {
            where.and(column + " is null");
        } else {
            where.equal(column, name(parameter, given, type));
        }
    }

    private void words(String text) {
        List<String> words = SearchText.query(text);
        if (words.isEmpty()) {
            throw INVALID_PARAMETER.because("Parameter 'text' holds no word.");
        }
        where.and("(o.verbatim is not null or o.note is not null)");
        for (String word : words) {
            where.and("to_tsvector('simple', observation_words(o.verbatim, o.note)) @@ to_tsquery('simple', ?)", word);
        }
    }

    private void day(String parameter, String condition, String day) {
        if (day != null) {
            where.and(condition, TimeTravel.date(parameter, day));
        }
    }

    private void instant(String parameter, String condition, String instant) {
        if (instant != null) {
            where.and(condition, at(TimeTravel.instant(parameter, instant)));
        }
    }
}
