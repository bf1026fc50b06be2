package org.humdash.humanitarian.hazard;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.humdash.humanitarian.source.SourceSummary;
import org.humdash.humanitarian.source.Sources;
import org.humdash.kit.revision.ReadClock;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.vocabulary.access.Clearance;

/** The hazards as other features need them. */
@ApplicationScoped
public class HazardRegister {

    private final HazardRepository hazards;
    private final Sources sources;
    private final ReadClock clock;

    HazardRegister(HazardRepository hazards, Sources sources, ReadClock clock) {
        this.hazards = hazards;
        this.sources = sources;
        this.clock = clock;
    }

    /** The codes that a new observation may be about. */
    public Set<String> codes() {
        return hazards.allStanding().stream().map(hazard -> hazard.code).collect(Collectors.toUnmodifiableSet());
    }

    /** The codes of the hazards that nothing may name to this reader, even where a figure about them may be seen. */
    public Set<String> hiddenFrom(ReadScope scope) {
        return Set.copyOf(hazards.hidden(scope));
    }

    /** Whether a hazard may be seen and was recorded by then. */
    public boolean isShown(String code, ReadScope scope) {
        return hazards.byCode(code, scope).isPresent();
    }

    /**
     * Revisions as a caller is shown them now, by their number. Those that do not stand any more are left out, and those of
     * hazards beyond the clearance.
     */
    public Map<Long, HazardResponse> byRevision(Collection<Long> revisionIds, Clearance clearance) {
        if (revisionIds.isEmpty()) {
            return Map.of();
        }
        ReadScope now = new TimeTravel().scope(clock, clearance);
        Map<String, SourceSummary> names = sources.quoted();
        return hazards.standing(revisionIds, clearance).stream()
                .collect(
                        Collectors.toMap(hazard -> hazard.revisionId, hazard -> HazardResponse.of(hazard, names, now)));
    }

    /** The codes of hazards by id, of hidden ones too. A code is for life. */
    public Map<UUID, String> codes(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : hazards.current(ids).stream().collect(Collectors.toMap(hazard -> hazard.id, hazard -> hazard.code));
    }
}
