package org.humdash.humanitarian.hazard;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;

/** The hazards as other features need them. */
@ApplicationScoped
public class HazardRegister {

    private final HazardRepository hazards;

    HazardRegister(HazardRepository hazards) {
        this.hazards = hazards;
    }

    /** The codes that a new observation may be about. */
    public Set<String> codes() {
        return hazards.allCurrent().stream().map(hazard -> hazard.code).collect(Collectors.toUnmodifiableSet());
    }
}
