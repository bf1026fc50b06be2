package org.humdash.kit.lint;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.humdash.kit.meter.GaugeRefresh;
import org.humdash.kit.meter.GaugeRefreshes;
import org.humdash.kit.meter.SteadyGauge;
import org.humdash.kit.meter.SteadyGauge.Row;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.ValidityCursor;
import org.humdash.vocabulary.lint.Finding;
import org.humdash.vocabulary.lint.FindingCode;
import org.humdash.vocabulary.lint.Severity;

/**
 * How many findings of the linter stand, by rule and severity. Findings are stored nowhere, so all statements are looked at
 * again after a write and on a new day: some at a time and never for long, so the figures are of one instant that may lie
 * some minutes back where there are very many statements. Until all were looked at once there is no sample.
 */
public final class FindingMeters {

    private static final int AT_A_TIME = 500;

    private final Linted linted;
    private final Duration mostAtOnce;
    private final LongSupplier nanoTime;
    private final SteadyGauge findings;
    private final GaugeRefresh refresh;
    private String shown;
    private Sweep sweep;

    /** The statements of a service. */
    public interface Linted {

        /** The places of statements that the scope may see, after one of them; null for the first. */
        List<ValidityCursor> places(ValidityCursor after, int most, ReadScope scope) throws SQLException;

        /** What was noticed about each of some statements. */
        Collection<List<Finding>> findings(Collection<UUID> ids, ReadScope scope) throws SQLException;
    }

    /** @param mostAtOnce how long one turn may look at statements, before it leaves the rest for the next one */
    public FindingMeters(
            Linted linted,
            Duration mostAtOnce,
            LongSupplier nanoTime,
            MeterRegistry registry,
            GaugeRefreshes refreshes) {
        this.linted = linted;
        this.mostAtOnce = mostAtOnce;
        this.nanoTime = nanoTime;
        this.findings = new SteadyGauge(MultiGauge.builder("humdash.findings")
                .description("What the linter finds odd about the statements that stand, by rule and severity")
                .register(registry));
        this.refresh = refreshes.of("findings", findings);
    }

    /** One look at all statements, as of one instant. */
    private static final class Sweep {
        final String state;
        final ReadScope scope;
        final Map<FindingCode, Map<Severity, Integer>> counts = new EnumMap<>(FindingCode.class);
        ValidityCursor last;

        Sweep(String state, ReadScope scope) {
            this.state = state;
            this.scope = scope;
        }

        void count(Finding finding) {
            counts.computeIfAbsent(finding.code(), code -> new EnumMap<>(Severity.class))
                    .merge(finding.severity(), 1, Integer::sum);
        }
    }

    /**
     * Goes on looking, if there is anything to look at.
     *
     * @param state of what is recorded, and of the day; while it is the same the findings are
     * @param now what a viewer of the meters may see
     */
    public synchronized void look(String state, ReadScope now) throws SQLException {
        refresh.run(() -> goOn(state, now));
    }

    private void goOn(String state, ReadScope now) throws SQLException {
        if (sweep == null) {
            if (state.equals(shown) && refresh.isShown()) {
                return;
            }
            sweep = new Sweep(state, now);
        }
        Sweep current = sweep;
        // One that fails begins anew at the next turn.
        sweep = null;
        long began = nanoTime.getAsLong();
        do {
            List<ValidityCursor> places = linted.places(current.last, AT_A_TIME, current.scope);
            if (!places.isEmpty()) {
                linted.findings(places.stream().map(ValidityCursor::id).toList(), current.scope)
                        .forEach(ofOne -> ofOne.forEach(current::count));
                current.last = places.getLast();
            }
            if (places.size() < AT_A_TIME) {
                findings.show(rows(current));
                shown = current.state;
                return;
            }
        } while (nanoTime.getAsLong() - began < mostAtOnce.toNanos());
        sweep = current;
    }

    private static List<Row> rows(Sweep sweep) {
        List<Row> rows = new ArrayList<>();
        for (FindingCode code : FindingCode.values()) {
            for (Severity severity : Severity.values()) {
                rows.add(Row.of(
                        Tags.of("rule", code.name(), "severity", severity.name()),
                        sweep.counts.getOrDefault(code, Map.of()).getOrDefault(severity, 0)));
            }
        }
        return rows;
    }
}
