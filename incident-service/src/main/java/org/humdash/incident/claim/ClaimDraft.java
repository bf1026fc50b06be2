package org.humdash.incident.claim;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.humdash.incident.violation.ViolationType;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.vocabulary.access.Sensitivity;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.time.DayCount;

/**
 * A claim as it came in, each field readable by itself, before it is held against what is recorded.
 *
 * @param row its row in the table it came from, as a spreadsheet numbers it
 * @param relayOf the reference of the claim of the same originator that this one passes on; null when it is the first
 * @param revisionReason why it changes what is recorded; null leaves it to the outcome (NEW or UPDATE)
 */
record ClaimDraft(
        long row,
        String ceasefire,
        String area,
        String originator,
        String publisher,
        String reference,
        String relayOf,
        Measure measure,
        Estimate estimate,
        Map<ViolationType, Estimate> parts,
        LocalDate validFrom,
        LocalDate validTo,
        Integer statedDays,
        DayCount dayCount,
        LocalDate publishedOn,
        String url,
        String archiveUrl,
        String text,
        String language,
        String note,
        Sensitivity sensitivity,
        RevisionReason revisionReason) {

    /** The same claim about an area. */
    ClaimDraft in(String area) {
        return new ClaimDraft(
                row,
                ceasefire,
                area,
                originator,
                publisher,
                reference,
                relayOf,
                measure,
                estimate,
                parts,
                validFrom,
                validTo,
                statedDays,
                dayCount,
                publishedOn,
                url,
                archiveUrl,
                text,
                language,
                note,
                sensitivity,
                revisionReason);
    }

    /** Equal for two drafts exactly when they say the same: how a repeated import is told from a changed one. */
    UUID fingerprint() {
        boolean retracted = revisionReason == RevisionReason.RETRACTION;
        StringBuilder said = new StringBuilder();
        for (Object part : new Object[] {
            ceasefire,
            area,
            publisher,
            relayOf,
            measure,
            estimate,
            new java.util.TreeMap<>(parts),
            validFrom,
            validTo,
            statedDays,
            dayCount,
            publishedOn,
            url,
            archiveUrl,
            text,
            language,
            note,
            retracted
        }) {
            said.append(part).append('\u001f');
        }
        return UUID.nameUUIDFromBytes(said.toString().getBytes(StandardCharsets.UTF_8));
    }
}
