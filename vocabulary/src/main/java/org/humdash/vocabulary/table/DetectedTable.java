package org.humdash.vocabulary.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.humdash.vocabulary.hxl.RowProblem;
import org.humdash.vocabulary.hxl.TableException;
import org.humdash.vocabulary.hxl.TableException.Code;

/**
 * A table somebody sent, in whatever form, encoding and arrangement, read row by row in memory that does not grow with
 * the file (but for the texts of a workbook, which are limited). What was detected can be asked, for a person to see
 * whether it is right.
 *
 * <p>Blank rows are passed over but counted. A fault of the file as a whole is a {@link TableException}, thrown by
 * {@link #open} or on the way; a fault of one row is a {@link RowProblem} of that {@link RawRow}.
 */
public final class DetectedTable implements AutoCloseable, Iterable<RawRow> {

    private final TableContent content;
    private final TableHeader header;
    private final List<RawRecord> first;
    private final TableException cutShort;
    private boolean isIterated;

    private DetectedTable(TableContent content) {
        this.content = content;
        first = new ArrayList<>();
        cutShort = content.names() == null ? readFirst() : null;
        if (content.names() != null) {
            header = TableHeader.of(content.names());
        } else if (first.isEmpty()) {
            throw cutShort == null ? empty() : cutShort;
        } else {
            header = TableHeader.find(first);
        }
        if (header.columns().isEmpty()) {
            throw empty();
        }
    }

    /**
     * Detects what the file is, and reads its header.
     *
     * @throws TableException if it is nothing that can be read as a table
     */
    public static DetectedTable open(Path file, TableOptions options) throws IOException {
        TableContent content = TableContent.open(file, options);
        try {
            return new DetectedTable(content);
        } catch (RuntimeException e) {
            content.close();
            throw e;
        }
    }

    public TableForm form() {
        return content.form();
    }

    /** Empty for a workbook, which has none of its own. */
    public Optional<Charset> encoding() {
        return Optional.ofNullable(content.encoding());
    }

    /** What stands between the cells; empty for all but text. */
    public Optional<Character> separator() {
        return Optional.ofNullable(content.separator());
    }

    /** The sheet that is read; empty for all but a workbook. */
    public Optional<String> sheet() {
        return Optional.ofNullable(content.sheet());
    }

    /** The names of all visible sheets of a workbook; empty for anything else. */
    public List<String> sheets() {
        return content.sheets();
    }

    /** At least one. */
    public List<TableColumn> columns() {
        return Collections.unmodifiableList(header.columns());
    }

    /** Whether there are HXL hashtags. */
    public boolean isTagged() {
        return header.columns().stream().anyMatch(column -> column.tag() != null);
    }

    /** The row that names the columns, as a spreadsheet numbers it; empty if none does. */
    public Optional<Long> headerRow() {
        return Optional.ofNullable(header.headerRow());
    }

    /** The row of hashtags; empty if there is none. */
    public Optional<Long> tagRow() {
        return Optional.ofNullable(header.tagRow());
    }

    /**
     * The rows below the header. They can be gone through once.
     *
     * @throws IllegalStateException if asked for a second time
     */
    @Override
    public Iterator<RawRow> iterator() {
        if (isIterated) {
            throw new IllegalStateException("A table is read once");
        }
        isIterated = true;
        return new Rows();
    }

    @Override
    public void close() {
        try {
            content.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads as many records as can hold a header. What goes wrong here does not take the rows before it away. */
    private TableException readFirst() {
        try {
            RawRecord record;
            do {
                record = nextFilled();
                if (record != null) {
                    first.add(record);
                }
            } while (record != null && record.number() < TableHeader.LAST_TAG_ROW);
            return null;
        } catch (TableException e) {
            return e;
        }
    }

    private RawRecord nextFilled() {
        RawRecord record;
        do {
            record = content.records().next();
        } while (record != null && record.isBlank());
        return record;
    }

    private static TableException empty() {
        return new TableException(Code.EMPTY_FILE, null, "The file is empty");
    }

    /** Reads no further than asked, so that a fault in one row does not take the row before it away. */
    private final class Rows implements Iterator<RawRow> {

        private final Iterator<RawRecord> buffered =
                first.subList(header.records(), first.size()).iterator();
        private final RowChecks checks = new RowChecks(content.form(), header.columns());
        private RawRecord upcoming;

        /** Behind their end the records are not asked again. */
        private boolean atEnd;

        @Override
        public boolean hasNext() {
            if (upcoming == null && !atEnd) {
                upcoming = buffered.hasNext() ? buffered.next() : further();
                atEnd = upcoming == null;
            }
            return upcoming != null;
        }

        @Override
        public RawRow next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            RawRow row = checks.row(upcoming);
            upcoming = null;
            return row;
        }

        private RawRecord further() {
            if (cutShort != null) {
                throw cutShort;
            }
            return nextFilled();
        }
    }
}
