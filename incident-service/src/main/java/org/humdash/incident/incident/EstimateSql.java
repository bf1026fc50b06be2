package org.humdash.incident.incident;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.Qualifier;

/** An estimate of whole things as its four columns hold it, all null when nothing was stated. */
final class EstimateSql {

    private EstimateSql() {}

    static List<String> columns(String figure) {
        return List.of(figure + "_qualifier", figure + "_lower", figure + "_best", figure + "_upper");
    }

    static void addTo(List<Object> values, Estimate estimate) {
        if (estimate == null) {
            values.add(null);
            values.add(null);
            values.add(null);
            values.add(null);
        } else {
            values.add(estimate.qualifier());
            values.add(estimate.lower());
            values.add(estimate.best());
            values.add(estimate.upper());
        }
    }

    static Estimate read(ResultSet row, String figure) throws SQLException {
        String qualifier = row.getString(figure + "_qualifier");
        return qualifier == null
                ? null
                : Estimate.of(
                        Qualifier.valueOf(qualifier),
                        number(row, figure + "_lower"),
                        number(row, figure + "_best"),
                        number(row, figure + "_upper"));
    }

    private static BigDecimal number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : BigDecimal.valueOf(number);
    }
}
