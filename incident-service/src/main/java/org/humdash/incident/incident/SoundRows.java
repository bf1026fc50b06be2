package org.humdash.incident.incident;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.humdash.kit.ingest.ImportWatch;
import org.humdash.vocabulary.hxl.Row;
import org.humdash.vocabulary.hxl.RowProblem;

/** The rows of a table that keep the rules, as drafts, some thousand at a time. The others are refused on the way. */
final class SoundRows implements Iterator<List<IncidentDraft>> {

    private static final int CHUNK = 5_000;

    private final Iterator<Row> rows;
    private final IncidentRules rules;
    private final ImportWatch watch;
    private List<IncidentDraft> next = List.of();

    SoundRows(Iterator<Row> rows, IncidentRules rules, ImportWatch watch) {
        this.rows = rows;
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
    public List<IncidentDraft> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<IncidentDraft> chunk = next;
        next = List.of();
        return chunk;
    }

    private List<IncidentDraft> read() {
        List<IncidentDraft> chunk = new ArrayList<>(CHUNK);
        while (chunk.size() < CHUNK && rows.hasNext()) {
            Row row = rows.next();
            watch.read();
            sound(row).ifPresent(chunk::add);
        }
        return chunk;
    }

    private Optional<IncidentDraft> sound(Row row) {
        Optional<IncidentDraft> draft = row.refused() ? Optional.empty() : IncidentTable.draft(row);
        List<RowProblem> problems = draft.map(rules::problems).orElseGet(row::problems);
        if (problems.isEmpty()) {
            return draft;
        }
        watch.refused(problems);
        return Optional.empty();
    }
}
