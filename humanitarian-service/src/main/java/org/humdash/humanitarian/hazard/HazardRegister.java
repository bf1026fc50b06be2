package org.humdash.humanitarian.hazard;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import org.humdash.kit.revision.ReadScope;

/** The hazards as other features need them. */
@ApplicationScoped
public class HazardRegister {

    private final HazardRepository hazards;

    HazardRegister(HazardRepository hazards) {
        this.hazards = hazards;
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
}
