package org.humdash.incident.incident;

import org.humdash.vocabulary.estimate.Estimate;

/** How many people were killed, injured and detained; each null when nothing was stated, which is not zero. */
public record Figures(Estimate killed, Estimate injured, Estimate detained) {

    static final Figures NONE = new Figures(null, null, null);

    void addTo(Fingerprint said) {
        said.of("killed", killed).of("injured", injured).of("detained", detained);
    }
}
