package org.humdash.incident.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.humdash.incident.ceasefire.CeasefireSummary;
import org.humdash.incident.claim.ClaimFigure;
import org.humdash.incident.ledger.LedgerRegister;
import org.humdash.kit.revision.ReadScope;
import org.humdash.vocabulary.place.Area;
import org.humdash.vocabulary.place.Gazetteer;

/** What the day ledger says of claims that count days; it is read once for each place, however many claims there are. */
@ApplicationScoped
class DocumentedDays {

    private final LedgerRegister ledger;

    DocumentedDays(LedgerRegister ledger) {
        this.ledger = ledger;
    }

    /** The findings by claim; claims that count anything else have none here. */
    Map<UUID, Findings> of(List<ClaimFigure> claims, Map<String, CeasefireSummary> ceasefires, ReadScope scope) {
        Map<UUID, Findings> findings = new HashMap<>();
        ClaimPlace.group(claims, ceasefires, claim -> claim.series().measure().countsDays())
                .forEach((place, there) -> ledger.between(
                                place.ceasefire(),
                                place.whole() ? null : area(place),
                                ClaimPlace.first(there),
                                ClaimPlace.last(there),
                                scope)
                        .ifPresent(reading -> there.forEach(claim -> ClaimedDays.documented(claim, reading)
                                .ifPresent(
                                        documented -> findings.put(claim.id(), new Findings(documented, Map.of()))))));
        return findings;
    }

    private static Area area(ClaimPlace place) {
        return Gazetteer.palestine().find(place.area()).orElseThrow();
    }
}
