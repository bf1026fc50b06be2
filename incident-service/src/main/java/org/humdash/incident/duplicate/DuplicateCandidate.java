package org.humdash.incident.duplicate;

import org.humdash.incident.incident.IncidentResponse;

/**
 * Two incidents of one type family that may be one, with what speaks for it.
 *
 * @param distanceKm how far apart they are recorded; null where one has no coordinates and both are at a place of the same
 *     name
 * @param daysApart 0 when they share a day
 * @param sameFigures whether both state the same killed, injured and detained; null when one of them states none
 * @param sameSource whether both are records of one provider
 */
record DuplicateCandidate(
        IncidentResponse one,
        IncidentResponse other,
        Double distanceKm,
        int daysApart,
        Boolean sameFigures,
        boolean sameSource) {}
