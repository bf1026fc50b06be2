package org.humdash.kit.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.humdash.kit.meter.GaugeRefreshes;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.ValidityCursor;
import org.humdash.vocabulary.lint.Finding;
import org.humdash.vocabulary.lint.FindingCode;
import org.humdash.vocabulary.lint.Severity;
import org.junit.jupiter.api.Test;

/** How often each rule finds something, to the number, however many turns it takes to look at everything. */
class FindingMetersTest {

    private static final LocalDate DAY = LocalDate.parse("2025-12-08");

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final Statements statements = new Statements();

    /** Every third statement has a residual, every fourth an odd rate, every hundredth jumps, in two ways. */
    private static final class Statements implements FindingMeters.Linted {

        private int howMany = 1_200;
        private int asked;
        private boolean broken;

        @Override
        public List<ValidityCursor> places(ValidityCursor after, int most, ReadScope scope) throws SQLException {
            asked++;
            if (broken) {
                throw new SQLException("the database is away");
            }
            long next = after == null ? 0 : after.id().getLeastSignificantBits() + 1;
            List<ValidityCursor> places = new ArrayList<>();
            for (long n = next; n < Math.min(howMany, next + most); n++) {
                places.add(new ValidityCursor(DAY, new UUID(0, n)));
            }
            return places;
        }

        @Override
        public Collection<List<Finding>> findings(Collection<UUID> ids, ReadScope scope) {
            return ids.stream().map(id -> of(id.getLeastSignificantBits())).toList();
        }

        private static List<Finding> of(long n) {
            List<Finding> findings = new ArrayList<>();
            if (n % 3 == 0) {
                findings.add(finding(FindingCode.RESIDUAL, Severity.NOTICE));
            }
            if (n % 4 == 0) {
                findings.add(finding(FindingCode.RATE_DIFFERS, Severity.WARNING));
            }
            if (n % 100 == 0) {
                findings.add(finding(FindingCode.MAGNITUDE_JUMP, Severity.WARNING));
                findings.add(finding(FindingCode.MAGNITUDE_JUMP, Severity.NOTICE));
            }
            return findings;
        }

        private static Finding finding(FindingCode code, Severity severity) {
            return new Finding(code, severity, null, null, null);
        }
    }

    @Test
    void everyRuleHasItsNumberAndThoseThatFindNothingHaveAZero() throws SQLException {
        meters(Duration.ofHours(1)).look("1", null);

        assertEquals(
                Map.of(
                        "RESIDUAL NOTICE", 400.0,
                        "RATE_DIFFERS WARNING", 300.0,
                        "MAGNITUDE_JUMP WARNING", 12.0,
                        "MAGNITUDE_JUMP NOTICE", 12.0),
                found());
        assertEquals(
                FindingCode.values().length * Severity.values().length,
                registry.find("humdash.findings").gauges().size());
    }

    @Test
    void nothingIsShownUntilAllWereLookedAtAndThenTheNumbersOfOneInstant() throws SQLException {
        FindingMeters meters = meters(Duration.ZERO);
        meters.look("1", null);
        meters.look("1", null);
        assertEquals(Map.of(), found());
        meters.look("2", null);
        assertEquals(400.0, found().get("RESIDUAL NOTICE"));
        assertEquals(3, statements.asked);
    }

    @Test
    void whatHasNotChangedIsNotLookedAtAgain() throws SQLException {
        FindingMeters meters = meters(Duration.ofHours(1));
        meters.look("1", null);
        meters.look("1", null);
        assertEquals(3, statements.asked);

        statements.howMany = 4;
        meters.look("2", null);
        assertEquals(
                Map.of(
                        "RESIDUAL NOTICE", 2.0,
                        "RATE_DIFFERS WARNING", 1.0,
                        "MAGNITUDE_JUMP WARNING", 1.0,
                        "MAGNITUDE_JUMP NOTICE", 1.0),
                found());
    }

    @Test
    void aLookThatFailsBeginsAnew() throws SQLException {
        FindingMeters meters = meters(Duration.ZERO);
        meters.look("1", null);
        statements.broken = true;
        assertThrows(SQLException.class, () -> meters.look("1", null));
        statements.broken = false;
        for (int turn = 0; turn < 3; turn++) {
            meters.look("1", null);
        }
        assertEquals(400.0, found().get("RESIDUAL NOTICE"));
    }

    private FindingMeters meters(Duration mostAtOnce) {
        return new FindingMeters(
                statements, mostAtOnce, () -> 0, registry, new GaugeRefreshes(registry, Clock.systemUTC()));
    }

    /** What is more than zero. */
    private Map<String, Double> found() {
        Map<String, Double> found = new TreeMap<>();
        for (Gauge gauge : registry.find("humdash.findings").gauges()) {
            if (gauge.value() != 0) {
                found.put(gauge.getId().getTag("rule") + " " + gauge.getId().getTag("severity"), gauge.value());
            }
        }
        return found;
    }
}
