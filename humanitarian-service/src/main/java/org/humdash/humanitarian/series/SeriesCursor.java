package org.humdash.humanitarian.series;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** Series by series from rows in the order of their originators; what one originator stated is held at a time. */
final class SeriesCursor implements Iterator<SourceSeries>, AutoCloseable {

    private final Connection connection;
    private final PreparedStatement statement;
    private final FigureColumns columns;
    private final Comparator<SeriesKey> order;
    private final ResultSet row;
    private final ArrayDeque<SourceSeries> ready = new ArrayDeque<>();
    private boolean isOnRow;

    SeriesCursor(
            Connection connection,
            PreparedStatement statement,
            FigureColumns columns,
            Comparator<SeriesKey> order,
            ResultSet row)
            throws SQLException {
        this.connection = connection;
        this.statement = statement;
        this.columns = columns;
        this.order = order;
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
        String originator = columns.originator(row);
        Map<SeriesKey, List<Figure>> series = new HashMap<>();
        do {
            series.computeIfAbsent(columns.key(row, originator), key -> new ArrayList<>())
                    .add(columns.figure(row));
            isOnRow = row.next();
        } while (isOnRow && columns.originator(row).equals(originator));
        series.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(order))
                .forEach(entry -> ready.add(new SourceSeries(entry.getKey(), entry.getValue())));
    }
}
