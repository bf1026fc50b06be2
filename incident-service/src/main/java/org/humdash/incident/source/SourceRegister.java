package org.humdash.incident.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The sources as other features need them: to name the originator of a figure, and to refuse one nobody registered. */
@ApplicationScoped
public class SourceRegister {

    private final SourceRepository sources;
    private final SourceNameRepository names;

    SourceRegister(SourceRepository sources, SourceNameRepository names) {
        this.sources = sources;
        this.names = names;
    }

    /** The sources by code, as they were known at an instant. */
    public Map<String, SourceSummary> knownAt(Instant knownAt) {
        return names.knownAt(knownAt);
    }

    /** The codes that a new record may quote. */
    public Set<String> codes() {
        return sources.allCurrent().stream().map(source -> source.code).collect(Collectors.toUnmodifiableSet());
    }
}
