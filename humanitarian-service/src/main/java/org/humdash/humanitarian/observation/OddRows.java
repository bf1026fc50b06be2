package org.humdash.humanitarian.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.humdash.humanitarian.lint.ObservationFindings;
import org.humdash.kit.ingest.ImportWatch;
import org.humdash.kit.ingest.StagedRevisions.AppliedRow;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.vocabulary.access.Clearance;
import org.humdash.vocabulary.lint.Finding;

/** Looks for what is odd about the rows of an import, as soon as they stand among the others. */
@ApplicationScoped
class OddRows {

    /** Whoever may import, and so read the report of an import, is staff. */
    private static final Clearance READER = Clearance.STAFF;

    private final ObservationFindings findings;

    OddRows(ObservationFindings findings) {
        this.findings = findings;
    }

    /** Tells the watch, in the transaction that has written the rows. */
    void tell(ObservationStaging staging, Instant recordedAt, ImportWatch watch) throws SQLException {
        LocalDate today = LocalDate.ofInstant(recordedAt, TimeTravel.DEFAULT_ZONE);
        ReadScope scope = new ReadScope(today, recordedAt, READER);
        watch.beginWarnings();
        staging.applied(ObservationFindings.AT_A_TIME, rows -> {
            Map<UUID, List<Finding>> found =
                    findings.of(rows.stream().map(AppliedRow::id).toList(), scope);
            rows.forEach(row -> watch.warn(row.number(), found.getOrDefault(row.id(), List.of())));
        });
    }
}
