package org.humdash.incident.incident;

import java.time.LocalDate;

/**
 * What one source said of an incident.
 *
 * @param relayOf the source this one passes on; null when it reports first hand
 * @param statedSource the provider's own words for where it has it from; null when it gives none
 * @param addedByHand by a person, or by a merge: an import renews its own reports and leaves these
 */
public record Report(
        String source,
        String relayOf,
        String statedSource,
        String url,
        String archiveUrl,
        LocalDate publishedOn,
        Figures figures,
        boolean addedByHand) {

    /** Who made the statement, whoever passed it on. */
    String originator() {
        return relayOf == null ? source : relayOf;
    }

    Report byHand() {
        return new Report(source, relayOf, statedSource, url, archiveUrl, publishedOn, figures, true);
    }

    /** Whether both are the same statement, published by the same source at the same place. */
    boolean isTheSameAs(Report other) {
        return new Report(source, relayOf, null, url, null, null, null, false)
                .equals(new Report(other.source, other.relayOf, null, other.url, null, null, null, false));
    }

    /** Who added it is no part of what it says. */
    void addTo(Fingerprint said) {
        said.of("report", source)
                .of("relayOf", relayOf)
                .of("stated", statedSource)
                .of("url", url)
                .of("archive", archiveUrl)
                .of("published", publishedOn);
        figures.addTo(said);
    }
}
