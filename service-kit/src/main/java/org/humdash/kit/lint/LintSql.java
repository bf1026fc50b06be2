package org.humdash.kit.lint;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.humdash.kit.revision.ReadScope;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.Qualifier;
import org.humdash.vocabulary.lint.Statement;

/**
 * {@link ReadScope} in plain SQL, for statements that join a record with its neighbours: every alias is cut by the
 * clearance of the reader, or a finding would tell of a neighbour that is hidden.
 */
public final class LintSql {

    /** The beginning of a statement that joins {@code scope}; its two parameters are set by {@link #bind}. */
    public static final String WITH_SCOPE =
            "with scope (known_at, readable) as (values (cast(? as timestamptz), cast(? as text[])))\n";

    private static final Pattern VISIBLE = Pattern.compile("\\$visible\\((\\w+)\\)");
    private static final Pattern FIGURE = Pattern.compile("\\$figure\\((\\w+)\\)");

    private LintSql() {}

    /**
     * Writes out {@code $visible(a)}, the condition that alias {@code a} is for the reader, and {@code $figure(a)}, its
     * estimate's columns, named after the alias.
     *
     * @param table the table of revisions that all these aliases stand for
     */
    public static String expand(String table, String sql) {
        String visible = VISIBLE.matcher(sql)
                .replaceAll(found -> Matcher.quoteReplacement("""
                %1$s.recorded_at <= scope.known_at
                and (%1$s.superseded_at is null or %1$s.superseded_at > scope.known_at)
                and %1$s.revision_reason <> 'RETRACTION' and %1$s.sensitivity = any(scope.readable)
                and not exists (select from %2$s as hidden where hidden.id = %1$s.id
                    and hidden.superseded_at is null and hidden.sensitivity <> all(scope.readable))""".formatted(found.group(1), table)));
        return FIGURE.matcher(visible).replaceAll(found -> Matcher.quoteReplacement("""
                %1$s.qualifier as %1$s_qualifier, %1$s.lower as %1$s_lower, %1$s.lower_inclusive as %1$s_lower_inclusive,
                %1$s.best as %1$s_best, %1$s.upper as %1$s_upper, %1$s.upper_inclusive as %1$s_upper_inclusive""".formatted(found.group(1))));
    }

    /** Sets the parameters of {@link #WITH_SCOPE}, the first two of the statement. */
    public static void bind(PreparedStatement statement, ReadScope scope) throws SQLException {
        statement.setObject(1, OffsetDateTime.ofInstant(scope.knownAt(), ZoneOffset.UTC));
        bindArray(
                statement,
                2,
                "text",
                scope.clearance().mayRead().stream().map(Enum::name).toList());
    }

    public static void bindArray(PreparedStatement statement, int index, String type, Collection<?> values)
            throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf(type, values.toArray()));
    }

    /** The estimate in the columns of {@code $figure(alias)}. */
    public static Estimate figure(ResultSet row, String alias) throws SQLException {
        return new Estimate(
                row.getBigDecimal(alias + "_lower"),
                row.getBoolean(alias + "_lower_inclusive"),
                row.getBigDecimal(alias + "_best"),
                row.getBigDecimal(alias + "_upper"),
                row.getBoolean(alias + "_upper_inclusive"),
                Qualifier.valueOf(row.getString(alias + "_qualifier")));
    }

    /** The statement in the columns of an alias that was joined; empty where the join found nothing. */
    public static Optional<Statement> statement(ResultSet row, String alias) throws SQLException {
        UUID id = row.getObject(alias + "_id", UUID.class);
        return id == null
                ? Optional.empty()
                : Optional.of(new Statement(
                        id,
                        figure(row, alias),
                        row.getObject(alias + "_valid_from", LocalDate.class),
                        row.getObject(alias + "_valid_to", LocalDate.class)));
    }
}
