package org.humdash.kit.ingest;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.humdash.vocabulary.hxl.Row;
import org.humdash.vocabulary.hxl.RowProblem;

/** The rows of a table that can be read and keep the rules, as drafts, some thousand at a time; the others are refused on the way. */
public final class RowSieve<D> implements Iterator<List<D>> {

    private static final int CHUNK = 5_000;

    private final Iterator<Row> rows;
    private final Function<Row, Optional<D>> reading;
    private final Function<D, List<RowProblem>> rules;
    private final RowWatch watch;
    private List<D> next = List.of();

    /**
     * @param reading the draft of a row; empty when a cell cannot be read, and then the row holds the problems
     * @param rules the problems of a draft; none when it may be recorded
     */
    public RowSieve(
            Iterator<Row> rows,
            Function<Row, Optional<D>> reading,
            Function<D, List<RowProblem>> rules,
            RowWatch watch) {
        this.rows = rows;
        this.reading = reading;
        this.rules = rules;
        this.watch = watch;
    }

    @Override
    public boolean hasNext() {
        if (next.isEmpty()) {
            next = read();
        }
        return !next.isEmpty();
    }

    @Override
    public List<D> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<D> chunk = next;
        next = List.of();
        return chunk;
    }

    private List<D> read() {
        List<D> chunk = new ArrayList<>(CHUNK);
        while (chunk.size() < CHUNK && rows.hasNext()) {
            Row row = rows.next();
            watch.read();
            sound(row).ifPresent(chunk::add);
        }
        return chunk;
    }

    private Optional<D> sound(Row row) {
        Optional<D> draft = row.refused() ? Optional.empty() : reading.apply(row);
        List<RowProblem> problems = draft.map(rules).orElseGet(row::problems);
        if (problems.isEmpty()) {
            return draft;
        }
        watch.refused(problems);
        return Optional.empty();
    }
}
