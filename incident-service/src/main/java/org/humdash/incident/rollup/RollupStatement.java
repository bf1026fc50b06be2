package org.humdash.incident.rollup;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.humdash.incident.rollup.RollupQuery.Reach;
import org.humdash.vocabulary.place.Pcode;

/** A reading of the roll-up as a statement, put to one of its levels. */
final class RollupStatement {

    private static final List<String> FIGURES = Stream.of("killed", "injured", "detained")
            .flatMap(figure -> Stream.of("lower", "best", "upper", "stated", "without_best", "open")
                    .map(part -> figure + "_" + part))
            .toList();

    private static final String SUMS =
            FIGURES.stream().map("sum(%1$s) as %1$s"::formatted).collect(Collectors.joining(", ", ", ", ""));

    private static final int ADM1_LENGTH = 4;

    private static final String CONTESTED = "coalesce(sum(incidents) filter (where grade = 'CONTESTED'), 0)";

    private static final String WITHOUT_ADM2 = "case when adm2 = '' then incidents else 0 end";

    private static final String OF_GRADES =
            "occurred_from, timing, grade, adm1, adm2, incidents, " + String.join(", ", FIGURES);

    private final RollupQuery query;
    private final EnumSet<Dimension> by = EnumSet.noneOf(Dimension.class);
    private final Level level;
    private final List<Object> parameters = new ArrayList<>();
    private final String sql;

    /** @param level one that can answer the reading */
    RollupStatement(Level level, RollupQuery query, Set<Dimension> by, boolean withFigures) {
        this.query = query;
        this.by.addAll(by);
        this.level = level;
        String columns = this.by.stream().map(Dimension::columns).collect(Collectors.joining(", "));
        this.sql = "select " + counts()
                + (withFigures ? SUMS : "")
                + (columns.isEmpty() ? "" : ", " + columns)
                + " from " + rows()
                + (columns.isEmpty() ? "" : " group by " + columns)
                + " having sum(" + incidents() + ") > 0"
                + (columns.isEmpty() ? "" : " order by " + columns);
    }

    String sql() {
        return sql;
    }

    /** In order; an array is one of texts. */
    List<Object> parameters() {
        return parameters;
    }

    private String counts() {
        if (by.contains(Dimension.SPAN)) {
            return "sum(" + incidents() + ") as incidents, 0 as contested, 0 as without_location";
        }
        return "sum(incidents) as incidents, "
                + (level == Level.BY_TYPE ? "sum(contested)" : CONTESTED) + " as contested, "
                + (level == Level.FINEST ? "sum(" + WITHOUT_ADM2 + ")" : "sum(without_adm2)")
                + " as without_location";
    }

    private String incidents() {
        return level == Level.BY_SPAN && query.types() != null
                ? query.types().stream()
                        .sorted()
                        .map(type -> type.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" + "))
                : "incidents";
    }

    // The conditions of one place in the text put their parameters in as they are written, so each is called in its
    // turn.
    private String rows() {
        if (query.reach() == Reach.BEGUN) {
            return level.table() + " where " + visible(level) + " and " + begun();
        }
        if (level == Level.BY_GRADE) {
            // It knows no spans; the few that reach in are added from where they are known.
            return "(select without_adm2, " + OF_GRADES + " from " + level.table() + " where " + visible(level)
                    + " and " + begun()
                    + " union all select " + WITHOUT_ADM2 + ", " + OF_GRADES + " from " + Level.FINEST.table()
                    + " where " + visible(Level.FINEST) + " and " + reachingIn() + ") touching";
        }
        return level.table() + " where " + visible(level) + " and (" + begun() + " or " + reachingIn() + ")";
    }

    private String visible(Level table) {
        OffsetDateTime knownAt = OffsetDateTime.ofInstant(query.scope().knownAt(), ZoneOffset.UTC);
        StringBuilder conditions = new StringBuilder(
                "ceasefire = ? and recorded_at <= ?" + " and (superseded_at is null or superseded_at > ?)");
        parameters.add(query.ceasefire());
        parameters.add(knownAt);
        parameters.add(knownAt);
        if (table == Level.FINEST) {
            conditions.append(" and sensitivity = any (?)");
            parameters.add(texts(query.scope().clearance().mayRead()));
        } else {
            conditions.append(" and clearance = ?");
            parameters.add(query.scope().clearance().name());
        }
        if (table == Level.FINEST) {
            conditions.append(" and timing <> 'BEFORE'");
        }
        if (!query.withDiscounted() && (table == Level.FINEST || table == Level.BY_GRADE)) {
            conditions.append(" and grade <> 'DISCOUNTED'");
        }
        if (query.types() != null && table != Level.BY_SPAN) {
            conditions.append(" and type = any (?)");
            parameters.add(texts(query.types()));
        }
        return conditions.append(places(table)).toString();
    }

    private String places(Level table) {
        if (query.areas() == null) {
            return table == Level.FINEST
                    ? ""
                    : by.contains(Dimension.AREA) ? " and adm1 <> '*'" : " and adm1 = '*' and adm2 = '*'";
        }
        if (query.areas().stream().allMatch(RollupStatement::isOfSecondLevel)) {
            // With what they are in, they are a range of the index.
            parameters.add(texts(query.areas().stream()
                    .map(area -> area.value().substring(0, ADM1_LENGTH))
                    .collect(Collectors.toSet())));
            parameters.add(texts(query.areas()));
            return " and adm1 = any (?) and adm2 = any (?)";
        }
        parameters.add(texts(query.areas()));
        parameters.add(texts(query.areas()));
        return " and (adm1 = any (?) or adm2 = any (?))";
    }

    private static boolean isOfSecondLevel(Pcode area) {
        return area.value().length() > ADM1_LENGTH;
    }

    private String begun() {
        LocalDate asOf = query.scope().asOf();
        parameters.add(query.from());
        parameters.add(query.to().isAfter(asOf) ? asOf : query.to());
        return "occurred_from between ? and ?";
    }

    /** Only imprecise incidents reach into a period from before it; the rest is a range of an index. */
    private String reachingIn() {
        parameters.add(query.from());
        parameters.add(query.from());
        return "date_precision > 1 and occurred_from < ? and occurred_to >= ?";
    }

    private static Object[] texts(Collection<?> values) {
        return values.stream().map(Object::toString).toArray();
    }
}
