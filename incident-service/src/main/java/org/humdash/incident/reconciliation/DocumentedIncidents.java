package org.humdash.incident.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.humdash.incident.ceasefire.CeasefireSummary;
import org.humdash.incident.claim.ClaimFigure;
import org.humdash.incident.reconciliation.CellRepository.Window;
import org.humdash.kit.revision.ReadScope;

/** What is documented of claims that count incidents or people, read with one statement for all of them. */
@ApplicationScoped
class DocumentedIncidents {

    private final CellRepository rollup;

    DocumentedIncidents(CellRepository rollup) {
        this.rollup = rollup;
    }

    /** The findings by claim; claims that count days have none here. */
    Map<UUID, Findings> of(List<ClaimFigure> claims, Map<String, CeasefireSummary> ceasefires, ReadScope scope) {
        Map<UUID, Documentation> byClaim = new HashMap<>();
        Map<Window, List<Documentation>> byWindow = new LinkedHashMap<>();
        ClaimPlace.group(claims, ceasefires, claim -> !claim.series().measure().countsDays())
                .forEach((place, there) -> {
                    there.forEach(claim -> byClaim.put(claim.id(), documentation(claim)));
                    byWindow.put(
                            window(place, there),
                            there.stream().map(claim -> byClaim.get(claim.id())).toList());
                });
        rollup.read(
                List.copyOf(byWindow.keySet()),
                scope,
                (window, cell) -> byWindow.get(window).forEach(documentation -> documentation.add(cell)));
        return byClaim.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, documented -> documented.getValue().findings()));
    }

    private static Documentation documentation(ClaimFigure claim) {
        return new Documentation(
                claim.series().measure(),
                claim.series().validFrom(),
                claim.validTo(),
                claim.parts().keySet());
    }

    private static Window window(ClaimPlace place, List<ClaimFigure> claims) {
        return new Window(
                place.ceasefire(), place.area(), place.whole(), ClaimPlace.first(claims), ClaimPlace.last(claims));
    }
}
