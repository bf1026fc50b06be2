package org.humdash.incident.ceasefire;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.humdash.kit.revision.RevisionedEntity;
import org.humdash.vocabulary.text.BilingualText;

@Entity
@Table(name = "ceasefire_phase")
class Phase extends RevisionedEntity {

    @Column(nullable = false)
    String ceasefire;

    @Column(nullable = false)
    int number;

    @Column(name = "title_en", nullable = false)
    String titleEn;

    @Column(name = "title_ar")
    String titleAr;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    PhaseStatus status;

    @Column(name = "starts_on")
    LocalDate startsOn;

    @Column(name = "ends_on")
    LocalDate endsOn;

    @Column(nullable = false)
    String source;

    String url;

    static Phase from(String ceasefire, PhaseRequest request) {
        Phase phase = new Phase();
        phase.ceasefire = ceasefire;
        phase.number = request.number();
        phase.titleEn = request.title().en();
        phase.titleAr = request.title().ar();
        phase.status = request.status();
        phase.startsOn = request.start();
        phase.endsOn = request.end();
        phase.source = request.source();
        phase.url = request.url();
        return phase;
    }

    boolean says(PhaseRequest request) {
        return request.equals(new PhaseRequest(number, title(), status, startsOn, endsOn, source, url));
    }

    BilingualText title() {
        return new BilingualText(titleEn, titleAr);
    }
}
