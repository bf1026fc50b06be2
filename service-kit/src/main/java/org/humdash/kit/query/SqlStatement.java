package org.humdash.kit.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A statement and the values of its parameters, in their order; an array of texts is one of SQL. */
public record SqlStatement(String sql, List<Object> values) {

    public SqlStatement {
        // Not List.copyOf, for a value may be null.
        values = new ArrayList<>(values);
    }

    public PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            statement.setObject(
                    i + 1, value instanceof String[] texts ? connection.createArrayOf("text", texts) : value);
        }
        return statement;
    }
}
