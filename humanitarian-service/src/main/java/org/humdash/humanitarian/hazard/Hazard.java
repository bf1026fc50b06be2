package org.humdash.humanitarian.hazard;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.kit.revision.RevisionedEntity;
import org.humdash.vocabulary.text.BilingualText;

@Entity
@Table(name = "hazard")
class Hazard extends RevisionedEntity {

    @Column(nullable = false)
    String code;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    HazardType type;

    @Column(name = "name_en", nullable = false)
    String nameEn;

    @Column(name = "name_ar")
    String nameAr;

    String glide;

    @Column(name = "starts_on", nullable = false)
    LocalDate startsOn;

    @Column(name = "ends_on")
    LocalDate endsOn;

    @Column(nullable = false)
    List<String> areas;

    @Column(nullable = false)
    String source;

    String url;

    /** A hazard as it is to be recorded, without an identity or a revision yet. */
    static Hazard from(HazardRequest request) {
        Hazard hazard = new Hazard();
        hazard.sensitivity = request.sensitivity();
        hazard.code = request.code();
        hazard.type = request.type();
        hazard.nameEn = request.name().en();
        hazard.nameAr = request.name().ar();
        hazard.glide = request.glide();
        hazard.startsOn = request.start();
        hazard.endsOn = request.end();
        hazard.areas = request.areas();
        hazard.source = request.source();
        hazard.url = request.url();
        return hazard;
    }

    /** Whether this hazard stands and already says what the request says; of its sensitivity a request may say nothing. */
    boolean says(HazardRequest request) {
        HazardRequest said = new HazardRequest(
                code,
                type,
                name(),
                glide,
                startsOn,
                endsOn,
                List.copyOf(areas),
                source,
                url,
                request.sensitivity() == null ? null : sensitivity,
                request.revisionReason());
        return !isRetracted() && request.equals(said);
    }

    boolean isRetracted() {
        return revisionReason == RevisionReason.RETRACTION;
    }

    /** Makes this the revision after another one, which is closed by it. A sensitivity left open is that one's. */
    void follow(Hazard before, Instant recordedAt, RevisionReason reason) {
        id = before.id;
        revision = before.revision + 1;
        this.recordedAt = recordedAt;
        revisionReason = reason;
        sensitivity = sensitivity == null ? before.sensitivity : sensitivity;
        before.supersededAt = recordedAt;
    }

    BilingualText name() {
        return new BilingualText(nameEn, nameAr);
    }
}
