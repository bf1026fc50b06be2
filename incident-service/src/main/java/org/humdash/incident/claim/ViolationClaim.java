package org.humdash.incident.claim;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.humdash.incident.violation.ViolationType;
import org.humdash.kit.estimate.EstimateColumns;
import org.humdash.kit.revision.RevisionedEntity;
import org.humdash.vocabulary.time.DayCount;

/** Read only here: claims are written set-based by {@link ClaimStaging}. */
@Entity
@Table(name = "violation_claim")
class ViolationClaim extends RevisionedEntity {

    @Column(nullable = false)
    String ceasefire;

    @Column(nullable = false)
    String area;

    @Column(nullable = false)
    String originator;

    String publisher;

    @Column(nullable = false)
    String reference;

    @Column(name = "relay_of")
    UUID relayOf;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Measure measure;

    @Embedded
    EstimateColumns estimate;

    @Column(name = "valid_from", nullable = false)
    LocalDate validFrom;

    @Column(name = "valid_to", nullable = false)
    LocalDate validTo;

    @Column(name = "stated_days")
    Integer statedDays;

    @Enumerated(EnumType.STRING)
    @Column(name = "day_count")
    DayCount dayCount;

    @Column(name = "published_on")
    LocalDate publishedOn;

    String url;

    @Column(name = "archive_url")
    String archiveUrl;

    String verbatim;

    String language;

    String note;

    @ElementCollection
    @CollectionTable(name = "violation_claim_part", joinColumns = @JoinColumn(name = "claim_revision_id"))
    @MapKeyColumn(name = "type")
    @MapKeyEnumerated(EnumType.STRING)
    Map<ViolationType, EstimateColumns> parts;

    Breakdown breakdown() {
        var byType = new EnumMap<ViolationType, org.humdash.vocabulary.estimate.Estimate>(ViolationType.class);
        parts.forEach((type, columns) -> byType.put(type, columns.estimate()));
        return new Breakdown(estimate.estimate(), byType);
    }
}
