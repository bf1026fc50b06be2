package org.humdash.humanitarian.observation;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.humdash.kit.estimate.EstimateColumns;
import org.humdash.kit.revision.RevisionedEntity;

/** Read only here: observations are written set-based by {@link ObservationStaging}. */
@Entity
@Table(name = "observation")
class Observation extends RevisionedEntity {

    @Column(nullable = false)
    String indicator;

    @Column(nullable = false)
    String area;

    @Column(nullable = false)
    String originator;

    String publisher;

    @Column(nullable = false)
    String reference;

    @Column(name = "relay_of")
    UUID relayOf;

    @Column(nullable = false)
    String definition;

    @Embedded
    EstimateColumns estimate;

    @Column(name = "valid_from", nullable = false)
    LocalDate validFrom;

    @Column(name = "valid_to", nullable = false)
    LocalDate validTo;

    @Column(name = "published_on")
    LocalDate publishedOn;

    String url;

    @Column(name = "archive_url")
    String archiveUrl;

    String verbatim;

    String language;

    String note;

    String hazard;

    @Enumerated(EnumType.STRING)
    Sex sex;

    @Enumerated(EnumType.STRING)
    Age age;

    @Enumerated(EnumType.STRING)
    Cause cause;

    @Enumerated(EnumType.STRING)
    @Column(name = "shelter_type")
    ShelterType shelterType;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    ReportKind report;

    /** Null for a figure about all. */
    Disaggregation disaggregation() {
        Disaggregation part = new Disaggregation(sex, age, cause, shelterType);
        return part.equals(Disaggregation.NONE) ? null : part;
    }
}
