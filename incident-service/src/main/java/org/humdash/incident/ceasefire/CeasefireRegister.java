package org.humdash.incident.ceasefire;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The ceasefires as other features need them. */
@ApplicationScoped
public class CeasefireRegister {

    private final CeasefireRepository ceasefires;

    CeasefireRegister(CeasefireRepository ceasefires) {
        this.ceasefires = ceasefires;
    }

    /** The ceasefires that a new record may belong to, by code. */
    public Map<String, CeasefireSummary> current() {
        return ceasefires.list("supersededAt is null").stream()
                .map(ceasefire -> new CeasefireSummary(ceasefire.code, ceasefire.area, ceasefire.effectiveOn()))
                .collect(Collectors.toMap(CeasefireSummary::code, Function.identity()));
    }
}
