package org.humdash.humanitarian.series;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.humdash.humanitarian.observation.Age;
import org.humdash.humanitarian.observation.Cause;
import org.humdash.humanitarian.observation.Disaggregation;
import org.humdash.humanitarian.observation.Sex;
import org.humdash.humanitarian.observation.ShelterType;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.Qualifier;

/** Series by series from rows in the order of their originators; what one originator stated is held at a time. */
final class SeriesCursor implements Iterator<SourceSeries>, AutoCloseable {

    private final Connection connection;
    private final PreparedStatement statement;
    private final ResultSet row;
    private final ArrayDeque<SourceSeries> ready = new ArrayDeque<>();
    private boolean isOnRow;

    SeriesCursor(Connection connection, PreparedStatement statement, ResultSet row) throws SQLException {
        this.connection = connection;
        this.statement = statement;
        this.row = row;
        this.isOnRow = row.next();
    }

    @Override
    public boolean hasNext() {
        try {
            if (ready.isEmpty() && isOnRow) {
                readOriginator();
            }
            return !ready.isEmpty();
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException("The figures could not be read to their end", e));
        }
    }

    @Override
    public SourceSeries next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    @Override
    public void close() throws IOException {
        try (Connection closed = connection) {
            statement.close();
            closed.rollback();
            closed.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IOException("The figures could not be read to their end", e);
        }
    }

    /** Gives a connection back on the way out of an error that is the one to report. */
    static void release(Connection connection) {
        if (connection == null) {
            return;
        }
        try (Connection closed = connection) {
            closed.rollback();
            closed.setAutoCommit(true);
        } catch (SQLException ignored) {
            // The error that led here says more.
        }
    }

    private void readOriginator() throws SQLException {
        String originator = row.getString(1);
        Map<SeriesKey, List<Figure>> series = new HashMap<>();
        do {
            series.computeIfAbsent(key(originator), key -> new ArrayList<>()).add(figure());
            isOnRow = row.next();
        } while (isOnRow && row.getString(1).equals(originator));
        series.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(SeriesKey.ORDER))
                .forEach(entry -> ready.add(new SourceSeries(entry.getKey(), entry.getValue())));
    }

    private SeriesKey key(String originator) throws SQLException {
        String sex = row.getString(4);
        String age = row.getString(5);
        String cause = row.getString(6);
        String shelterType = row.getString(7);
        boolean isAboutAll = sex == null && age == null && cause == null && shelterType == null;
        Disaggregation part = isAboutAll
                ? null
                : new Disaggregation(
                        sex == null ? null : Sex.valueOf(sex),
                        age == null ? null : Age.valueOf(age),
                        cause == null ? null : Cause.valueOf(cause),
                        shelterType == null ? null : ShelterType.valueOf(shelterType));
        return new SeriesKey(originator, row.getString(2), row.getString(3), part);
    }

    private Figure figure() throws SQLException {
        Estimate estimate = new Estimate(
                row.getBigDecimal(13),
                row.getBoolean(14),
                row.getBigDecimal(15),
                row.getBigDecimal(16),
                row.getBoolean(17),
                Qualifier.valueOf(row.getString(12)));
        return new Figure(
                row.getObject(8, UUID.class),
                row.getString(9),
                row.getObject(10, LocalDate.class),
                row.getObject(11, LocalDate.class),
                estimate,
                row.getString(18),
                row.getObject(19, UUID.class),
                row.getObject(20, LocalDate.class));
    }
}
