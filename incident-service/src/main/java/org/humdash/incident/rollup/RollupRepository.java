package org.humdash.incident.rollup;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.humdash.incident.incident.Grade;
import org.humdash.incident.violation.ViolationType;

/**
 * Reads the roll-up, each time the coarsest of its tables that can answer. The cost of an answer follows from what it
 * tells apart (days, types, areas, grades) and hardly from how many incidents there are.
 */
@ApplicationScoped
public class RollupRepository {

    private final DataSource dataSource;

    RollupRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Counts incidents; the figures of each row are nothing. */
    public List<RollupRow> counted(RollupQuery query, Set<Dimension> by) {
        return read(Level.of(query, by, false), query, by, false);
    }

    /** Counts incidents and adds up their figures. */
    public List<RollupRow> summed(RollupQuery query, Set<Dimension> by) {
        return read(Level.of(query, by, true), query, by, true);
    }

    List<RollupRow> read(Level level, RollupQuery query, Set<Dimension> by, boolean withFigures) {
        RollupStatement reading = new RollupStatement(level, query, by, withFigures);
        List<Object> parameters = reading.parameters();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(reading.sql())) {
            for (int i = 0; i < parameters.size(); i++) {
                Object parameter = parameters.get(i);
                statement.setObject(
                        i + 1,
                        parameter instanceof Object[] array ? connection.createArrayOf("text", array) : parameter);
            }
            List<RollupRow> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(row(found, by, withFigures));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("The roll-up could not be read", e);
        }
    }

    private static RollupRow row(ResultSet found, Set<Dimension> by, boolean withFigures) throws SQLException {
        boolean hasSpan = by.contains(Dimension.SPAN);
        boolean hasArea = by.contains(Dimension.AREA);
        return new RollupRow(
                hasSpan || by.contains(Dimension.BEGUN) ? found.getObject("occurred_from", LocalDate.class) : null,
                hasSpan ? found.getObject("occurred_to", LocalDate.class) : null,
                hasSpan ? found.getInt("date_precision") : 0,
                by.contains(Dimension.TIMING) ? Timing.valueOf(found.getString("timing")) : null,
                by.contains(Dimension.TYPE) ? ViolationType.valueOf(found.getString("type")) : null,
                hasArea ? known(found.getString("adm1")) : null,
                hasArea ? known(found.getString("adm2")) : null,
                by.contains(Dimension.GRADE) ? Grade.valueOf(found.getString("grade")) : null,
                found.getLong("incidents"),
                found.getLong("contested"),
                found.getLong("without_location"),
                withFigures ? figure(found, "killed") : FigureSum.NOTHING,
                withFigures ? figure(found, "injured") : FigureSum.NOTHING,
                withFigures ? figure(found, "detained") : FigureSum.NOTHING);
    }

    private static FigureSum figure(ResultSet found, String figure) throws SQLException {
        return new FigureSum(
                found.getBigDecimal(figure + "_lower"),
                found.getBigDecimal(figure + "_best"),
                found.getBigDecimal(figure + "_upper"),
                found.getLong(figure + "_stated"),
                found.getLong(figure + "_without_best"),
                found.getLong(figure + "_open"));
    }

    private static String known(String pcode) {
        return pcode.isEmpty() ? null : pcode;
    }
}
