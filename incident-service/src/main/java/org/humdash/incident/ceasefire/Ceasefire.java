package org.humdash.incident.ceasefire;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.humdash.incident.violation.ViolationType;
import org.humdash.kit.revision.RevisionedEntity;
import org.humdash.vocabulary.text.BilingualText;

@Entity
@Table(name = "ceasefire")
class Ceasefire extends RevisionedEntity {

    @Column(nullable = false)
    String code;

    @Column(name = "name_en", nullable = false)
    String nameEn;

    @Column(name = "name_ar")
    String nameAr;

    @Column(name = "effective_at", nullable = false)
    Instant effectiveAt;

    @Column(name = "ended_at")
    Instant endedAt;

    @Column(name = "time_zone", nullable = false)
    String timeZone;

    @Column(nullable = false)
    String area;

    @Column(nullable = false)
    List<String> parties;

    @Column(nullable = false)
    List<String> mediators;

    @Column(nullable = false)
    List<String> guarantors;

    @Column(name = "attack_types", nullable = false)
    List<String> attackTypes;

    static Ceasefire from(CeasefireRequest request) {
        Ceasefire ceasefire = new Ceasefire();
        ceasefire.code = request.code();
        ceasefire.nameEn = request.name().en();
        ceasefire.nameAr = request.name().ar();
        ceasefire.effectiveAt = request.effectiveAt().toInstant();
        ceasefire.endedAt = request.endedAt() == null ? null : request.endedAt().toInstant();
        ceasefire.timeZone = request.timeZone();
        ceasefire.area = request.area();
        ceasefire.parties = request.parties();
        ceasefire.mediators = request.mediators();
        ceasefire.guarantors = request.guarantors();
        ceasefire.attackTypes =
                request.attackTypes().stream().sorted().map(ViolationType::name).toList();
        return ceasefire;
    }

    boolean says(CeasefireRequest request) {
        Ceasefire other = from(request);
        return content().equals(other.content());
    }

    BilingualText name() {
        return new BilingualText(nameEn, nameAr);
    }

    ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    /** The local calendar day on which the ceasefire took effect. */
    LocalDate effectiveOn() {
        return LocalDate.ofInstant(effectiveAt, zone());
    }

    /** The local calendar day on which it ended; null while it lasts. */
    LocalDate endedOn() {
        return endedAt == null ? null : LocalDate.ofInstant(endedAt, zone());
    }

    CeasefireTerms terms() {
        return new CeasefireTerms(
                code,
                name(),
                zone(),
                effectiveOn(),
                endedOn(),
                area,
                attackTypes.stream().map(ViolationType::valueOf).collect(Collectors.toUnmodifiableSet()));
    }

    private List<Object> content() {
        return java.util.Arrays.asList(
                code,
                nameEn,
                nameAr,
                effectiveAt,
                endedAt,
                timeZone,
                area,
                parties,
                mediators,
                guarantors,
                attackTypes);
    }
}
