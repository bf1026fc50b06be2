package org.humdash.incident.incident;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.humdash.vocabulary.estimate.Estimate;

/**
 * Condenses what a record says. A field that says nothing leaves no trace, so a field that is new to the model changes no
 * fingerprint of the records that lack it.
 */
final class Fingerprint {

    private static final char END_OF_FIELD = '\u001f';

    private final StringBuilder said = new StringBuilder(512);

    Fingerprint of(String field, Object value) {
        if (value != null) {
            said.append(field).append('=').append(value).append(END_OF_FIELD);
        }
        return this;
    }

    Fingerprint of(String field, Estimate estimate) {
        if (estimate != null) {
            said.append(field).append('=').append(estimate.qualifier());
            said.append(' ').append(estimate.lower());
            said.append(' ').append(estimate.best());
            said.append(' ').append(estimate.upper()).append(END_OF_FIELD);
        }
        return this;
    }

    UUID id() {
        return UUID.nameUUIDFromBytes(said.toString().getBytes(StandardCharsets.UTF_8));
    }
}
