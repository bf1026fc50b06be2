package org.humdash.humanitarian.alert;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.humdash.humanitarian.hazard.HazardType;

/**
 * One message of a sender, as it was read from a file.
 *
 * @param sent when it was issued; of GDACS, when what it says of the episode was last changed
 * @param note what the message says of itself; null where nothing is said
 * @param references the earlier messages it names
 * @param glide the GLIDE number it gives; null where there is none
 * @param countries ISO 3166-1 alpha-3 codes, where it gives them
 * @param drawn the box its sender drew; null where the sender drew none
 * @param begins when what it is about begins, or is expected to
 * @param ends until when it holds; null where nothing says so
 * @param url where it can be read; null where no http or https address is given
 * @param gdacs null unless it is from GDACS
 */
record AlertMessage(
        AlertFormat format,
        String sender,
        String identifier,
        Instant sent,
        AlertStatus status,
        MessageType messageType,
        AlertScope scope,
        String note,
        List<AlertReference> references,
        String glide,
        List<String> countries,
        BoundingBox drawn,
        Instant begins,
        Instant ends,
        String url,
        List<AlertInfo> infos,
        GdacsEvent gdacs) {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\\p{Cntrl}]{1,2000}");

    AlertMessage {
        references = List.copyOf(references);
        countries = List.copyOf(countries);
        infos = List.copyOf(infos);
        // It is followed by those who read; what its sender calls an address and is none stays in the infos as it is.
        url = url != null && ADDRESS.matcher(url).matches() ? url : null;
    }

    AlertKey key() {
        return new AlertKey(format, sender, identifier);
    }

    /** The kind of hazard it is about; null where its words say none, or several. */
    HazardType type() {
        return EventTypes.of(this);
    }

    /** The identifiers of the messages of the same sender that an update or a cancellation takes the place of. */
    List<String> replaces() {
        if (messageType != MessageType.UPDATE && messageType != MessageType.CANCEL) {
            return List.of();
        }
        return references.stream()
                .filter(reference -> reference.sender().equals(sender))
                .map(AlertReference::identifier)
                .distinct()
                .toList();
    }

    /** The box that was drawn, else the one around all shapes; null where there is no shape. */
    BoundingBox box() {
        return drawn == null ? AlertPlaces.around(infos) : drawn;
    }

    /** The P-codes of the areas it is for, as far as it names or draws them; each one with those inside it. */
    List<String> pcodes() {
        return AlertPlaces.pcodes(this);
    }

    /** How its areas are called, without repetition. */
    List<String> areaDescriptions() {
        return infos.stream()
                .flatMap(info -> info.areas().stream())
                .map(AlertArea::description)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /**
     * The first moment of which it is shown: when it was sent. GDACS tells when it last changed a text, which may be long
     * after; what it says is shown from when the event began.
     */
    Instant shownFrom() {
        return format == AlertFormat.GDACS && begins.isBefore(sent) ? begins : sent;
    }
}
