package org.humdash.humanitarian.observation;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.humdash.humanitarian.lint.ObservationFindings;
import org.humdash.kit.ingest.ImportTally;
import org.humdash.kit.ingest.StagedRevisions.AppliedRow;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.vocabulary.access.Clearance;
import org.humdash.vocabulary.lint.Finding;

/**
 * Looks for what is odd about the rows of an import, as soon as they stand among the others.
 *
 * @param clearance of whoever reads the report: rows are held against nothing beyond it
 */
record ImportWarnings(ObservationFindings findings, ImportTally tally, Clearance clearance) {

    /** Of very many rows nobody looks: other writers would wait, and the report lists few of the findings. */
    boolean areWanted() {
        return tally.isToWarn();
    }

    /** Lists the findings with the tally, in the transaction that has written the rows. */
    void look(ObservationStaging staging, Instant recordedAt) throws SQLException {
        LocalDate today = LocalDate.ofInstant(recordedAt, TimeTravel.DEFAULT_ZONE);
        ReadScope scope = new ReadScope(today, recordedAt, clearance);
        tally.beginWarnings();
        staging.applied(ObservationFindings.AT_A_TIME, rows -> {
            Map<UUID, List<Finding>> found =
                    findings.of(rows.stream().map(AppliedRow::id).toList(), scope);
            rows.forEach(row -> tally.warn(row.number(), found.getOrDefault(row.id(), List.of())));
        });
    }
}
