package org.humdash.incident.ceasefire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;

/** The ceasefires as other features need them. */
@ApplicationScoped
public class CeasefireRegister {

    private final CeasefireRepository ceasefires;

    CeasefireRegister(CeasefireRepository ceasefires) {
        this.ceasefires = ceasefires;
    }

    /** The ceasefires that a new record may belong to, by code. */
    public Map<String, CeasefireSummary> current() {
        return byCode(ceasefires.list("supersededAt is null"));
    }

    /** The ceasefires by code, as they were known at an instant. */
    public Map<String, CeasefireSummary> knownAt(Instant instant) {
        return byCode(ceasefires.list("recordedAt <= ?1 and (supersededAt is null or supersededAt > ?1)", instant));
    }

    /** The terms of one ceasefire within what a read may see; empty for a code that names none. */
    public Optional<CeasefireTerms> terms(String code, ReadScope scope) {
        return ceasefires.byCode(code, scope).map(Ceasefire::terms);
    }

    /** The zone whose calendar the days of a ceasefire are; the usual one for a code that names none, null included. */
    @Transactional
    public ZoneId zoneOf(String code) {
        return ceasefires.list("supersededAt is null").stream()
                .filter(ceasefire -> ceasefire.code.equals(code))
                .findFirst()
                .map(Ceasefire::zone)
                .orElse(TimeTravel.DEFAULT_ZONE);
    }

    private static Map<String, CeasefireSummary> byCode(List<Ceasefire> found) {
        return found.stream()
                .map(ceasefire -> new CeasefireSummary(ceasefire.code, ceasefire.area, ceasefire.effectiveOn()))
                .collect(Collectors.toMap(CeasefireSummary::code, Function.identity()));
    }
}
