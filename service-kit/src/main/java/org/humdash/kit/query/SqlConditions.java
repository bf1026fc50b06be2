package org.humdash.kit.query;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Conditions that all have to hold, and their parameters. Values of requests are parameters, never SQL. */
public final class SqlConditions {

    private final StringBuilder conditions = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    /** Adds a condition with a parameter, written {@code ?}, for each value. */
    public SqlConditions and(String condition, Object... values) {
        conditions.append(conditions.isEmpty() ? "" : " and ").append(condition);
        parameters.addAll(Arrays.asList(values));
        return this;
    }

    /** Adds that a column has a value, unless that is null. */
    public SqlConditions equal(String column, String value) {
        return value == null ? this : and(column + " = ?", value);
    }

    /** Adds other conditions; none where those are none. */
    public SqlConditions and(SqlConditions others) {
        return others.conditions.isEmpty() ? this : and(others.sql(), others.parameters.toArray());
    }

    public String sql() {
        return conditions.toString();
    }

    /** The values of the parameters. */
    public List<Object> values() {
        return new ArrayList<>(parameters);
    }

    /** Prepares a statement whose parameters are those of the conditions and then the further ones. */
    public PreparedStatement prepare(Connection connection, String sql, Object... further) throws SQLException {
        List<Object> all = values();
        all.addAll(Arrays.asList(further));
        return new SqlStatement(sql, all).prepare(connection);
    }

    /** The name of the constant that a parameter gives, or an answer of 400 that lists them; null when it is left out. */
    public static <E extends Enum<E>> String name(String parameter, String given, Class<E> type) {
        return given == null ? null : constant(parameter, given, type).name();
    }

    /** The constant that a parameter gives, or an answer of 400 that lists them. */
    public static <E extends Enum<E>> E constant(String parameter, String given, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(given))
                .findFirst()
                .orElseThrow(() -> INVALID_PARAMETER.because("Parameter '" + parameter + "' must be one of "
                        + Arrays.toString(type.getEnumConstants()) + "."));
    }

    public static String[] names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toArray(String[]::new);
    }

    /** An instant as the driver takes it. */
    public static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
