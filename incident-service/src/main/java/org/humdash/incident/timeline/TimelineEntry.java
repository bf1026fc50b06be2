package org.humdash.incident.timeline;

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
@Table(name = "timeline_entry")
class TimelineEntry extends RevisionedEntity {

    @Column(nullable = false)
    String ceasefire;

    @Column(nullable = false)
    String reference;

    @Column(name = "entry_date", nullable = false)
    LocalDate date;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    TimelineKind kind;

    @Column(name = "title_en", nullable = false)
    String titleEn;

    @Column(name = "title_ar")
    String titleAr;

    @Column(nullable = false)
    List<String> participants;

    @Column(nullable = false)
    String source;

    String url;

    @Column(name = "published_on")
    LocalDate publishedOn;

    static TimelineEntry from(String ceasefire, TimelineEntryRequest request) {
        TimelineEntry entry = new TimelineEntry();
        entry.ceasefire = ceasefire;
        entry.reference = request.reference();
        entry.date = request.date();
        entry.kind = request.kind();
        entry.titleEn = request.title().en();
        entry.titleAr = request.title().ar();
        entry.participants = request.participants();
        entry.source = request.source();
        entry.url = request.url();
        entry.publishedOn = request.publishedOn();
        return entry;
    }

    boolean says(TimelineEntryRequest request) {
        return request.equals(
                new TimelineEntryRequest(reference, date, kind, title(), participants, source, url, publishedOn));
    }

    BilingualText title() {
        return new BilingualText(titleEn, titleAr);
    }
}
