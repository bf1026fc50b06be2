package org.humdash.kit.revision;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.humdash.vocabulary.access.Sensitivity;

/**
 * One revision of a record. A row is written once; the only change it ever sees is its {@code supersededAt} when a later
 * revision takes its place.
 */
@MappedSuperclass
public abstract class RevisionedEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "revision_id")
    public Long revisionId;

    /** The record's own identity, the same in all of its revisions. */
    @Column(nullable = false)
    public UUID id;

    @Column(nullable = false)
    public int revision;

    @Column(name = "recorded_at", nullable = false)
    public Instant recordedAt;

    @Column(name = "superseded_at")
    public Instant supersededAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "revision_reason", nullable = false)
    public RevisionReason revisionReason;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    public Sensitivity sensitivity;

    /** Makes this the first revision of a new record. */
    public void begin(Instant recordedAt, Sensitivity sensitivity) {
        this.id = newId();
        this.revision = 1;
        this.recordedAt = recordedAt;
        this.revisionReason = RevisionReason.NEW;
        this.sensitivity = sensitivity == null ? Sensitivity.LOW : sensitivity;
    }

    public RevisionResponse revision() {
        return new RevisionResponse(revision, recordedAt, supersededAt, revisionReason);
    }

    /** A new identity for a record: a UUID of version 7, so that ids sort by when they were given. */
    public static UUID newId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
