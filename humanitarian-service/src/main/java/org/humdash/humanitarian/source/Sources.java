package org.humdash.humanitarian.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sources as other features need them: to name the originator of a figure, and to refuse one nobody registered. */
@ApplicationScoped
public class Sources {

    private final SourceCopyRepository copies;
    private final SourceRegisterClient register;
    private final Clock clock;

    Sources(SourceCopyRepository copies, SourceRegisterClient register, Clock clock) {
        this.copies = copies;
        this.register = register;
        this.clock = clock;
    }

    /** Every source quoted here, by code. */
    public Map<String, SourceSummary> quoted() {
        return copies.listAll().stream()
                .map(SourceCopy::summary)
                .collect(Collectors.toMap(SourceSummary::code, Function.identity()));
    }

    /** What one write may quote; it begins with what is known here and asks the register for the rest. */
    public SourceDesk open() {
        return new SourceDesk(quoted().keySet(), register::find, source -> copies.add(source, clock.instant()));
    }
}
