package org.humdash.kit.revision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.humdash.vocabulary.access.Clearance;

/**
 * What a read may see: the facts of the days up to {@code asOf}, as they were recorded by {@code knownAt}, to the
 * clearance of the caller. Every query of a revisioned record applies it.
 */
public record ReadScope(LocalDate asOf, Instant knownAt, Clearance clearance) {

    /** The condition for entity alias {@code e}; its parameters come from {@link #parameters()}. */
    public static String visible(String e) {
        return """
                %1$s.recordedAt <= :knownAt and (%1$s.supersededAt is null or %1$s.supersededAt > :knownAt)
                and %1$s.revisionReason <> RETRACTION and %1$s.sensitivity in :readable""".formatted(e);
    }

    /**
     * The same for an entity whose sensitivity can be raised later: a record that is hidden now is hidden in all of its
     * revisions, whatever instant is asked about. Safety goes before reproducing the old answer here.
     */
    public static String visible(String entity, String e) {
        return visible(e) + " and " + notHiddenNow(entity, e);
    }

    /** The condition that the current revision of a record is within the caller's clearance. */
    public static String notHiddenNow(String entity, String e) {
        return """
                not exists (select 1 from %1$s %2$sNow where %2$sNow.id = %2$s.id
                and %2$sNow.supersededAt is null and %2$sNow.sensitivity not in :readable)""".formatted(entity, e);
    }

    /** The parameters of {@link #visible} and further ones; the map may be added to. */
    public Map<String, Object> parameters(Map<String, Object> further) {
        Map<String, Object> parameters = new HashMap<>(further);
        parameters.put("knownAt", knownAt);
        parameters.put("readable", clearance.mayRead());
        return parameters;
    }
}
