package org.humdash.kit.ingest;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.humdash.kit.ingest.ImportedRowRepository.Missing;

/** Keeps the records that a complete file lacks, a thousand at a time. */
final class MissingRecords {

    private static final int AT_A_TIME = 1_000;

    private final UUID job;
    private final ImportedRowRepository repository;
    private final List<Missing> pending = new ArrayList<>();
    private long count;

    MissingRecords(UUID job, ImportedRowRepository repository) {
        this.job = job;
        this.repository = repository;
    }

    void add(UUID record, String reference) {
        pending.add(new Missing(record, reference));
        count++;
        if (pending.size() == AT_A_TIME) {
            flush();
        }
    }

    void flush() {
        try {
            if (!pending.isEmpty()) {
                repository.addMissing(job, pending);
                pending.clear();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The missing records could not be listed", e);
        }
    }

    long count() {
        return count;
    }
}
