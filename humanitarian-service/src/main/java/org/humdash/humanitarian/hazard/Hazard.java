package org.humdash.humanitarian.hazard;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
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

    static Hazard from(HazardRequest request) {
        Hazard hazard = new Hazard();
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

    /** Whether this hazard already says what the request says. */
    boolean says(HazardRequest request) {
        return request.equals(
                new HazardRequest(code, type, name(), glide, startsOn, endsOn, List.copyOf(areas), source, url));
    }

    BilingualText name() {
        return new BilingualText(nameEn, nameAr);
    }
}
