package org.humdash.humanitarian.observation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.humdash.kit.revision.RevisionedEntity;

/** Read only here: days without a report are written set-based by {@link UnreportedDayStaging}. */
@Entity
@Table(name = "unreported_day")
class UnreportedDay extends RevisionedEntity {

    @Column(nullable = false)
    String indicator;

    @Column(nullable = false)
    String area;

    @Column(nullable = false)
    String originator;

    String publisher;

    @Column(nullable = false)
    LocalDate day;

    String note;
}
