package org.humdash.incident.ceasefire;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.humdash.kit.revision.RevisionedEntity;
import org.humdash.vocabulary.text.BilingualText;

@Entity
@Table(name = "ceasefire_commitment")
class Commitment extends RevisionedEntity {

    @Column(nullable = false)
    String ceasefire;

    @Column(nullable = false)
    String code;

    @Column(name = "title_en", nullable = false)
    String titleEn;

    @Column(name = "title_ar")
    String titleAr;

    @Column(name = "quantity_per_day", nullable = false)
    BigDecimal quantityPerDay;

    @Column(nullable = false)
    String unit;

    @Column(name = "from_date", nullable = false)
    LocalDate fromDate;

    @Column(name = "to_date")
    LocalDate toDate;

    @Column(nullable = false)
    String source;

    String url;

    static Commitment from(String ceasefire, CommitmentRequest request) {
        Commitment commitment = new Commitment();
        commitment.ceasefire = ceasefire;
        commitment.code = request.code();
        commitment.titleEn = request.title().en();
        commitment.titleAr = request.title().ar();
        commitment.quantityPerDay = request.quantityPerDay();
        commitment.unit = request.unit();
        commitment.fromDate = request.from();
        commitment.toDate = request.to();
        commitment.source = request.source();
        commitment.url = request.url();
        return commitment;
    }

    boolean says(CommitmentRequest request) {
        return request.equals(
                new CommitmentRequest(code, title(), plainQuantity(), unit, fromDate, toDate, source, url));
    }

    BilingualText title() {
        return new BilingualText(titleEn, titleAr);
    }

    /** The quantity without the trailing zeros that the column's scale gives it. */
    BigDecimal plainQuantity() {
        return CommitmentRequest.plain(quantityPerDay);
    }
}
