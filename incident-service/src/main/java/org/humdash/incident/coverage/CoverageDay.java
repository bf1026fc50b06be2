package org.humdash.incident.coverage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.humdash.kit.revision.RevisionedEntity;

/** Read only here: coverage days are written set-based by {@link CoverageStaging}. */
@Entity
@Table(name = "coverage_day")
class CoverageDay extends RevisionedEntity {

    @Column(nullable = false)
    String ceasefire;

    @Column(nullable = false)
    String source;

    @Column(nullable = false)
    LocalDate day;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    CoverageStatus status;

    String note;

    SourceCoverage statement() {
        return new SourceCoverage(day, source, status, note);
    }
}
