package org.humdash.humanitarian.commitment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.humdash.kit.revision.RevisionedEntity;
import org.humdash.vocabulary.text.BilingualText;
import org.humdash.vocabulary.time.DayCount;

@Entity
@Table(name = "commitment")
class Commitment extends RevisionedEntity {

    @Column(nullable = false)
    String ceasefire;

    @Column(nullable = false)
    String code;

    @Column(name = "title_en", nullable = false)
    String titleEn;

    @Column(name = "title_ar")
    String titleAr;

    @Column(nullable = false)
    String area;

    @Column(name = "quantity_per_day", nullable = false)
    BigDecimal quantityPerDay;

    @Column(nullable = false)
    String unit;

    @Column(name = "from_date", nullable = false)
    LocalDate fromDate;

    @Column(name = "to_date")
    LocalDate toDate;

    @Enumerated(EnumType.STRING)
    @Column(name = "day_count", nullable = false)
    DayCount dayCount;

    @Column(nullable = false)
    String source;

    String url;

    @Column(nullable = false)
    List<String> delivered;

    @Column(name = "stated_expected")
    String statedExpected;

    @Column(name = "stated_percent")
    String statedPercent;

    @Column(name = "revision_note")
    String revisionNote;

    @Column(name = "recorded_by", nullable = false)
    String recordedBy;

    static Commitment of(CommitmentRequest request, String recordedBy) {
        Commitment commitment = new Commitment();
        commitment.ceasefire = request.ceasefire();
        commitment.code = request.code();
        commitment.titleEn = request.title().en();
        commitment.titleAr = request.title().ar();
        commitment.area = request.area();
        commitment.quantityPerDay = request.quantityPerDay();
        commitment.unit = request.unit();
        commitment.fromDate = request.from();
        commitment.toDate = request.to();
        commitment.dayCount = request.dayCount();
        commitment.source = request.source();
        commitment.url = request.url();
        commitment.delivered = request.delivered();
        commitment.statedExpected = request.statedExpected();
        commitment.statedPercent = request.statedPercent();
        commitment.revisionNote = request.revisionNote();
        commitment.recordedBy = recordedBy;
        return commitment;
    }

    /** Whether it says what is to be recorded; why it was changed is no part of that. */
    boolean says(CommitmentRequest request) {
        return request.withoutNote()
                .equals(new CommitmentRequest(
                        ceasefire,
                        code,
                        title(),
                        area,
                        quantityPerDay,
                        unit,
                        fromDate,
                        toDate,
                        dayCount,
                        source,
                        url,
                        List.copyOf(delivered),
                        statedExpected,
                        statedPercent,
                        null));
    }

    BilingualText title() {
        return new BilingualText(titleEn, titleAr);
    }

    Promise promise() {
        return new Promise(CommitmentRequest.plain(quantityPerDay), unit, fromDate, toDate, dayCount);
    }
}
