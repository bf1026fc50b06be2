package org.humdash.kit.ingest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.humdash.vocabulary.hxl.ImportReport;
import org.humdash.vocabulary.hxl.RowProblem;
import org.humdash.vocabulary.lint.Finding;

/** Counts a running import. Written by the thread that reads, read by the one that reports. */
final class ImportProgress implements ImportWatch {

    private final UUID job;
    private final RefusedRows refusedRows;
    private final MissingRecords missingRecords;
    private final ImportWarnings warnings = new ImportWarnings();
    private final AtomicLong rowsRead = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile ImportStatus status = ImportStatus.READING;
    private volatile boolean cancelled;
    private volatile Instant recordedAt;

    ImportProgress(UUID job, RefusedRows refusedRows, MissingRecords missingRecords) {
        this.job = job;
        this.refusedRows = refusedRows;
        this.missingRecords = missingRecords;
    }

    UUID job() {
        return job;
    }

    long rowsRead() {
        return rowsRead.get();
    }

    long refused() {
        return refused.get();
    }

    ImportStatus status() {
        return status;
    }

    ImportWarnings warnings() {
        return warnings;
    }

    /** Null if nothing was recorded. */
    Instant recordedAt() {
        return recordedAt;
    }

    void cancel() {
        cancelled = true;
    }

    @Override
    public void read() {
        rowsRead.incrementAndGet();
    }

    @Override
    public void refused(List<RowProblem> problems) {
        refused.incrementAndGet();
        refusedRows.add(problems);
    }

    @Override
    public void missing(UUID record, String reference) {
        missingRecords.add(record, reference);
    }

    @Override
    public void applying() {
        status = ImportStatus.APPLYING;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void recorded(Instant instant) {
        recordedAt = instant;
    }

    @Override
    public boolean isToWarn() {
        return rowsRead() - refused() <= ImportReport.MOST_ROWS_LOOKED_AT;
    }

    @Override
    public void beginWarnings() {
        warnings.begin();
    }

    @Override
    public void warn(long row, List<Finding> findings) {
        warnings.add(row, findings);
    }
}
