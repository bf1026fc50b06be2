package org.humdash.incident.source;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.humdash.kit.revision.RevisionedEntity;
import org.humdash.vocabulary.text.BilingualText;

@Entity
@Table(name = "source")
class Source extends RevisionedEntity {

    @Column(nullable = false)
    String code;

    @Column(name = "name_en", nullable = false)
    String nameEn;

    @Column(name = "name_ar")
    String nameAr;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    SourceKind kind;

    String affiliation;

    String url;

    String licence;

    static Source from(SourceRequest request) {
        Source source = new Source();
        source.code = request.code();
        source.nameEn = request.name().en();
        source.nameAr = request.name().ar();
        source.kind = request.kind();
        source.affiliation = request.affiliation();
        source.url = request.url();
        source.licence = request.licence();
        return source;
    }

    /** Whether this source already says what the request says. */
    boolean says(SourceRequest request) {
        return request.equals(new SourceRequest(code, name(), kind, affiliation, url, licence));
    }

    SourceResponse response() {
        return new SourceResponse(code, name(), kind, affiliation, url, licence, revision());
    }

    private BilingualText name() {
        return new BilingualText(nameEn, nameAr);
    }
}
