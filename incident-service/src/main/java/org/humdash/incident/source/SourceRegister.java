package org.humdash.incident.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sources as other features need them: to name the originator of a figure, and to refuse one nobody registered. */
@ApplicationScoped
public class SourceRegister {

    private final SourceRepository sources;

    SourceRegister(SourceRepository sources) {
        this.sources = sources;
    }

    /** The sources by code, as they were known at an instant. */
    public Map<String, SourceSummary> knownAt(Instant knownAt) {
        return sources.namesKnownAt(knownAt).stream()
                .map(Source::summary)
                .collect(Collectors.toMap(SourceSummary::code, Function.identity()));
    }

    /** The codes that a new record may quote. */
    public Set<String> codes() {
        return sources.allCurrent().stream().map(source -> source.code).collect(Collectors.toUnmodifiableSet());
    }
}
