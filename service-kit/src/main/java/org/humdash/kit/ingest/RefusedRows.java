package org.humdash.kit.ingest;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.humdash.kit.ingest.ImportedRowRepository.Refusal;
import org.humdash.vocabulary.hxl.RowProblem;
import org.humdash.vocabulary.table.RawRow;

/**
 * Keeps the refused rows of an import as they stood in the file, a thousand at a time. They are looked up in the file a
 * second time: a good file is read once, and the rows come in its order, so that one more reader keeps pace.
 */
final class RefusedRows {

    private static final int AT_A_TIME = 1_000;

    private final UUID job;
    private final ImportedRowRepository repository;
    private final Supplier<Iterator<RawRow>> file;
    private final List<Refusal> pending = new ArrayList<>();
    private Iterator<RawRow> rows;
    private RawRow at;
    private long number;

    /** @param file opens the file from its beginning */
    RefusedRows(UUID job, ImportedRowRepository repository, Supplier<Iterator<RawRow>> file) {
        this.job = job;
        this.repository = repository;
        this.file = file;
    }

    void add(List<RowProblem> problems) {
        long row = problems.getFirst().row();
        List<String> told = problems.stream().map(RefusedRows::told).toList();
        if (!pending.isEmpty() && pending.getLast().row() == row) {
            // Another record of the same row of the file, which is handed back once.
            Refusal before = pending.removeLast();
            pending.add(new Refusal(
                    before.number(),
                    row,
                    before.cells(),
                    Stream.concat(before.problems().stream(), told.stream())
                            .distinct()
                            .toList()));
            return;
        }
        pending.add(new Refusal(++number, row, cells(row), told));
        if (pending.size() == AT_A_TIME) {
            flush();
        }
    }

    void flush() {
        try {
            if (!pending.isEmpty()) {
                repository.addRefused(job, pending);
                pending.clear();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The refused rows could not be kept", e);
        }
    }

    private List<String> cells(long row) {
        // Rows with the key of an earlier one are found when all are read, so the order begins once more.
        if (at == null || at.number() > row) {
            rows = file.get();
            at = null;
        }
        while ((at == null || at.number() < row) && rows.hasNext()) {
            at = rows.next();
        }
        return at != null && at.number() == row ? at.cells() : List.of();
    }

    private static String told(RowProblem problem) {
        return (problem.column() == null ? "" : problem.column() + ": ") + problem.code() + ", " + problem.message();
    }
}
