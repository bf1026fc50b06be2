package org.humdash.humanitarian.source;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.humdash.vocabulary.text.BilingualText;

/** Read only here: written by {@link SourceCopyRepository#add}. */
@Entity
@Table(name = "source_copy")
class SourceCopy {

    @Id
    String code;

    @Column(name = "name_en", nullable = false)
    String nameEn;

    @Column(name = "name_ar")
    String nameAr;

    @Column(nullable = false)
    String kind;

    @Column(name = "fetched_at", nullable = false)
    Instant fetchedAt;

    SourceSummary summary() {
        return new SourceSummary(code, new BilingualText(nameEn, nameAr), kind);
    }
}
