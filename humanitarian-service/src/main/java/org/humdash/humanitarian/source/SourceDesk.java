package org.humdash.humanitarian.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.humdash.humanitarian.source.SourceRegisterApi.RegisteredSource;

/**
 * The sources that one write may quote. A code not met before is asked of the register once; what it answers is kept
 * with {@link #keep()}, in the transaction of the write.
 */
public final class SourceDesk {

    /** How many codes one write may have asked: a file in which every row names another source is no file of figures. */
    static final int MOST_ASKED = 500;

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,59}");

    private final Map<String, Boolean> known = new HashMap<>();
    private final Function<String, Optional<RegisteredSource>> register;
    private final Consumer<SourceSummary> copies;

    /** A file is read on one thread, and what it quotes kept by another. */
    private final Queue<SourceSummary> fetched = new ConcurrentLinkedQueue<>();

    private int asked;

    SourceDesk(
            Set<String> known, Function<String, Optional<RegisteredSource>> register, Consumer<SourceSummary> copies) {
        known.forEach(code -> this.known.put(code, true));
        this.register = register;
        this.copies = copies;
    }

    /**
     * Whether a figure may quote this source.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 if the register has to be asked and does not answer
     */
    public boolean knows(String code) {
        Boolean answer = known.get(code);
        if (answer != null) {
            return answer;
        }
        if (asked == MOST_ASKED || !CODE.matcher(code).matches()) {
            return false;
        }
        asked++;
        Optional<RegisteredSource> source = register.apply(code);
        source.ifPresent(found -> fetched.add(new SourceSummary(code, found.name(), found.kind())));
        known.put(code, source.isPresent());
        return source.isPresent();
    }

    /**
     * Keeps the sources that the register told of. Called after the change clock has put the running transaction in its
     * place among the writers: two that keep the same sources in different orders would wait for each other otherwise.
     */
    public void keep() {
        for (SourceSummary source = fetched.poll(); source != null; source = fetched.poll()) {
            copies.accept(source);
        }
    }
}
