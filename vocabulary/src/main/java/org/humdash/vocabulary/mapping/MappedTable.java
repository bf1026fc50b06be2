package org.humdash.vocabulary.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.humdash.vocabulary.hxl.Columns;
import org.humdash.vocabulary.hxl.Row;
import org.humdash.vocabulary.hxl.RowTemplate;
import org.humdash.vocabulary.provider.DateOrder;
import org.humdash.vocabulary.provider.DateOrderFinder;
import org.humdash.vocabulary.table.DetectedTable;
import org.humdash.vocabulary.table.RawRow;
import org.humdash.vocabulary.table.TableColumn;
import org.humdash.vocabulary.table.TableOptions;

/**
 * Somebody's table as one of ours, read row by row in constant memory. Problems of the mapping are problems of the row,
 * in the column the file has them in.
 */
public final class MappedTable implements AutoCloseable, Iterable<MappedRow> {

    private static final int LOOKED_AT = 200;

    private final DetectedTable table;
    private final RowMapper mapper;

    private MappedTable(DetectedTable table, RowMapper mapper) {
        this.table = table;
        this.mapper = mapper;
    }

    /**
     * Opens a file. Where the mapping leaves the order of day and month open and a date needs it, all dates of the file
     * are read for it first.
     *
     * @param zone of the ceasefire, where days are counted
     * @param conversions that the mapping may name
     * @throws org.humdash.vocabulary.hxl.TableException if it is nothing that can be read as a table
     */
    public static MappedTable open(
            Path file, TableOptions options, TableMapping mapping, ZoneId zone, Conversions conversions)
            throws IOException {
        DateOrder order = mapping.dateOrder();
        if (order == null) {
            order = dateOrder(file, options, mapping, conversions, LOOKED_AT).orElse(null);
        }
        DetectedTable table = DetectedTable.open(file, options);
        return new MappedTable(table, new RowMapper(mapping, table.columns(), order, zone, conversions, () -> {
            try {
                return dateOrder(file, options, mapping, conversions, Integer.MAX_VALUE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    /** The records, once, in our columns. */
    @Override
    public Iterator<MappedRow> iterator() {
        return new Records(table.iterator());
    }

    /**
     * The rows, once, as those of a table of ours.
     *
     * @param ours the columns of such a table
     */
    public Iterable<Row> rows(Columns ours) {
        List<String> names = mapper.names();
        RowTemplate template = new RowTemplate(ours, names);
        Iterator<MappedRow> rows = iterator();
        return () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Row next() {
                MappedRow row = rows.next();
                return template.row(
                        row.number(),
                        names.stream().map(name -> row.cells().get(name)).toList(),
                        row.problems());
            }
        };
    }

    /** What was detected of the file. */
    public DetectedTable table() {
        return table;
    }

    /** In which dates of numbers alone are read; empty if that is not known, and then they are refused. */
    public Optional<DateOrder> dateOrder() {
        return mapper.order();
    }

    /** Of the rows read so far. */
    public MappingTally tally() {
        return mapper.tally();
    }

    @Override
    public void close() {
        table.close();
    }

    /**
     * Most files settle it in their first rows, by dates of another style.
     *
     * @param lookedAt rows after which nothing is looked for that was not met until then
     */
    private static Optional<DateOrder> dateOrder(
            Path file, TableOptions options, TableMapping mapping, Conversions conversions, int lookedAt)
            throws IOException {
        DateOrderFinder finder = new DateOrderFinder();
        try (DetectedTable table = DetectedTable.open(file, options)) {
            ColumnNames names = new ColumnNames(table.columns());
            List<TableColumn> dates = mapping.allFields()
                    .flatMap(field -> field.columns().stream()
                            .limit(conversions
                                    .named(field.conversion())
                                    .map(Conversion::dates)
                                    .orElse(0)))
                    .map(names::find)
                    .flatMap(Optional::stream)
                    .distinct()
                    .toList();
            int rows = 0;
            for (RawRow row : table) {
                dates.forEach(column -> finder.look(row.value(column)));
                rows++;
                if (rows == lookedAt && !finder.isNeeded() && finder.order().isEmpty()) {
                    break;
                }
            }
        }
        return finder.order();
    }

    /** A row of the file may hold several records, or none. */
    private final class Records implements Iterator<MappedRow> {

        private final Iterator<RawRow> rows;
        private Iterator<MappedRow> ofOneRow = Collections.emptyIterator();

        Records(Iterator<RawRow> rows) {
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            while (!ofOneRow.hasNext() && rows.hasNext()) {
                ofOneRow = mapper.map(rows.next()).iterator();
            }
            return ofOneRow.hasNext();
        }

        @Override
        public MappedRow next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ofOneRow.next();
        }
    }
}
