package org.humdash.humanitarian.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.humdash.humanitarian.hazard.HazardType;
import org.humdash.kit.revision.RevisionResponse;
import org.humdash.vocabulary.access.Sensitivity;

/**
 * An alert, as its sender issued it. It says what is warned of; what happened is told by observations.
 *
 * @param references the earlier messages it names
 * @param standing what it is worth on the as-of day
 * @param replacedBy the later message that took its place by the as-of day; null while none has
 * @param type the kind of hazard; null where its words say none, or several
 * @param hazards the recorded hazards it is about
 * @param ends until when it holds; null where it does not say so
 * @param bbox the box that was drawn, or the one around everything that was drawn
 * @param areas the P-codes it is for, as far as its shapes, codes and names say so
 * @param infos what it says, once for each language and event
 * @param gdacs null unless it is from GDACS
 */
record AlertResponse(
        UUID id,
        AlertFormat format,
        String sender,
        String identifier,
        Instant sent,
        AlertStatus status,
        MessageType messageType,
        AlertScope scope,
        String note,
        List<AlertReference> references,
        AlertStanding standing,
        Replacement replacedBy,
        HazardType type,
        String glide,
        List<LinkedHazard> hazards,
        Instant begins,
        Instant ends,
        BoundingBox bbox,
        List<String> areas,
        List<String> countries,
        String url,
        List<AlertInfo> infos,
        GdacsEvent gdacs,
        Sensitivity sensitivity,
        RevisionResponse revision) {}
