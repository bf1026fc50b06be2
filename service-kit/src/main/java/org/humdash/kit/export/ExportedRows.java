package org.humdash.kit.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The rows of an export as the database gives them, a thousand at a time; a cell that is not known is null. */
final class ExportedRows implements Iterator<List<Object[]>> {

    static final int AT_A_TIME = 1_000;

    private final ResultSet row;
    private final List<ExportColumn> columns;
    private List<Object[]> next = List.of();
    private boolean isOver;

    ExportedRows(ResultSet row, List<ExportColumn> columns) {
        this.row = row;
        this.columns = columns;
    }

    /** @throws UncheckedIOException if the database fails */
    @Override
    public boolean hasNext() {
        if (next.isEmpty() && !isOver) {
            try {
                next = read();
            } catch (SQLException e) {
                throw new UncheckedIOException(new IOException("The rows could not be read to their end", e));
            }
        }
        return !next.isEmpty();
    }

    @Override
    public List<Object[]> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<Object[]> rows = next;
        next = List.of();
        return rows;
    }

    private List<Object[]> read() throws SQLException {
        List<Object[]> rows = new ArrayList<>(AT_A_TIME);
        while (rows.size() < AT_A_TIME) {
            if (!row.next()) {
                isOver = true;
                break;
            }
            Object[] cells = new Object[columns.size()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = columns.get(i).read(row, i + 1);
            }
            rows.add(cells);
        }
        return rows;
    }
}
