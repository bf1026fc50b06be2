package org.humdash.incident.ceasefire;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.humdash.incident.violation.ViolationType;
import org.humdash.vocabulary.text.BilingualText;

/**
 * What the day ledger needs to know of a ceasefire.
 *
 * @param zone whose calendar its days are
 * @param effectiveOn the local calendar day on which it took effect
 * @param endedOn the local calendar day on which it ended; null while it lasts
 * @param area the P-code it is about
 * @param attackTypes the types it monitors as attacks, as they were recorded: without their sub-types
 */
public record CeasefireTerms(
        String code,
        BilingualText name,
        ZoneId zone,
        LocalDate effectiveOn,
        LocalDate endedOn,
        String area,
        Set<ViolationType> attackTypes) {}
