package org.humdash.humanitarian.observation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.humdash.kit.revision.RevisionReason;
import org.humdash.vocabulary.access.Sensitivity;
import org.humdash.vocabulary.estimate.Estimate;

/**
 * An observation as it came in, each field readable by itself, before it is held against what is recorded.
 *
 * @param row its row in the table it came from, as a spreadsheet numbers it
 * @param relayOf the reference of the observation of the same originator that this one passes on; null when it is the
 *     first
 * @param definition the indicator's code when the source uses the indicator's own definition
 * @param revisionReason why it changes what is recorded; null leaves it to the outcome (NEW or UPDATE)
 * @param report FIGURE or NIL
 */
record ObservationDraft(
        long row,
        String indicator,
        String area,
        String originator,
        String publisher,
        String reference,
        String relayOf,
        String definition,
        Estimate estimate,
        LocalDate validFrom,
        LocalDate validTo,
        LocalDate publishedOn,
        String url,
        String archiveUrl,
        String text,
        String language,
        String note,
        String hazard,
        Disaggregation disaggregation,
        Sensitivity sensitivity,
        RevisionReason revisionReason,
        ReportKind report)
        implements Statement {

    /** Equal for two drafts exactly when they say the same: how a repeated import is told from a changed one. */
    UUID fingerprint() {
        boolean retracted = revisionReason == RevisionReason.RETRACTION;
        StringBuilder said = new StringBuilder();
        for (Object part : new Object[] {
            indicator,
            area,
            publisher,
            relayOf,
            definition,
            estimate,
            validFrom,
            validTo,
            publishedOn,
            url,
            archiveUrl,
            text,
            language,
            note,
            hazard,
            disaggregation,
            retracted
        }) {
            said.append(part).append('\u001f');
        }
        if (report == ReportKind.NIL) {
            said.append(report);
        }
        return UUID.nameUUIDFromBytes(said.toString().getBytes(StandardCharsets.UTF_8));
    }
}
