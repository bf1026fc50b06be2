package org.humdash.incident.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.humdash.incident.Installation;
import org.humdash.incident.RollupRows;
import org.humdash.incident.rollup.RollupQuery.Reach;
import org.humdash.incident.violation.ViolationType;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.test.PostgresResource;
import org.humdash.vocabulary.access.Clearance;
import org.humdash.vocabulary.place.Pcode;
import org.junit.jupiter.api.Test;

/** A reading says the same whichever level of the roll-up answers it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class LevelResourceTest {

    private static final LocalDate FROM = LocalDate.parse("2025-10-12");

    @Inject
    DataSource dataSource;

    @Inject
    RollupRepository rollup;

    @Test
    void everyReadingOfACoarseLevelSaysWhatTheFinestSays() throws SQLException {
        Installation at = Installation.named("LEVELS");
        write(new RollupRows(dataSource, at.ceasefire));
        EnumSet<Level> answering = EnumSet.noneOf(Level.class);
        for (RollupQuery query : queries(at.ceasefire)) {
            for (Set<Dimension> by : combinations()) {
                for (boolean withFigures : new boolean[] {false, true}) {
                    Level level = Level.of(query, by, withFigures);
                    answering.add(level);
                    assertEquals(
                            rollup.read(Level.FINEST, query, by, withFigures),
                            rollup.read(level, query, by, withFigures),
                            level + " of " + query + " by " + by);
                }
            }
        }
        assertEquals(EnumSet.allOf(Level.class), answering);
    }

    private static void write(RollupRows rows) throws SQLException {
        rows.row().on("2025-10-10").timing("BEFORE").incidents(64).write();
        rows.row().on("2025-10-10").timing("UNKNOWN").incidents(2).write();
        rows.row().on("2025-10-12").incidents(3).killed(4, 5, 6, 3, 0, 0).write();
        rows.row().on("2025-10-12").type("ARREST").at("PS02", "").incidents(5).write();
        rows.row()
                .on("2025-10-12")
                .grade("CONTESTED")
                .at("", "")
                .incidents(7)
                .killed(1, 0, 0, 1, 1, 1)
                .write();
        rows.row().on("2025-10-12").grade("DISCOUNTED").incidents(11).write();
        rows.row()
                .on("2025-10-13")
                .sensitivity("MODERATE")
                .at("PS02", "PS0275")
                .incidents(13)
                .write();
        rows.row()
                .on("2025-10-13")
                .sensitivity("HIGH")
                .incidents(17)
                .killed(8, 8, 8, 1, 0, 0)
                .write();
        rows.row()
                .between("2025-10-11", "2025-10-17", 3)
                .incidents(19)
                .killed(2, 2, 2, 1, 0, 0)
                .write();
        rows.row()
                .between("2025-10-01", "2025-10-31", 4)
                .timing("UNKNOWN")
                .at("PS02", "")
                .type("DEMOLITION")
                .grade("DISCOUNTED")
                .incidents(23)
                .write();
        rows.row()
                .between("2025-10-14", "2025-10-15", 2)
                .at("PS02", "PS0275")
                .incidents(29)
                .write();
        rows.row()
                .on("2025-10-13")
                .known("2025-11-01T00:00:00Z", "2025-11-20T00:00:00Z")
                .type("GROUND_INCURSION")
                .incidents(31)
                .write();
        rows.row().on("2025-10-20").incidents(37).write();
    }

    private static List<RollupQuery> queries(String ceasefire) {
        List<RollupQuery> queries = new ArrayList<>();
        for (Clearance clearance : List.of(Clearance.PUBLIC, Clearance.STAFF)) {
            for (String knownAt : List.of("2025-11-10T00:00:00Z", "2025-12-10T00:00:00Z")) {
                ReadScope scope = new ReadScope(LocalDate.parse("2025-10-18"), Instant.parse(knownAt), clearance);
                for (Reach reach : Reach.values()) {
                    for (Set<Pcode> areas :
                            Arrays.asList(null, Set.of(new Pcode("PS02")), Set.of(new Pcode("PS0275")))) {
                        for (Set<ViolationType> types :
                                Arrays.asList(null, EnumSet.of(ViolationType.AIR_STRIKE, ViolationType.ARREST))) {
                            RollupQuery query = new RollupQuery(
                                    ceasefire, FROM, LocalDate.parse("2025-10-20"), reach, areas, types, true, scope);
                            queries.add(query);
                            queries.add(query.withoutDiscounted());
                        }
                    }
                }
            }
        }
        return queries;
    }

    private static List<Set<Dimension>> combinations() {
        return List.of(
                Set.of(),
                EnumSet.of(Dimension.SPAN, Dimension.TIMING),
                EnumSet.of(Dimension.SPAN, Dimension.TYPE),
                EnumSet.of(Dimension.TIMING, Dimension.GRADE),
                EnumSet.of(Dimension.BEGUN, Dimension.TIMING, Dimension.GRADE),
                EnumSet.of(Dimension.BEGUN),
                EnumSet.of(Dimension.BEGUN, Dimension.TYPE),
                EnumSet.of(Dimension.BEGUN, Dimension.AREA),
                EnumSet.of(Dimension.BEGUN, Dimension.TYPE, Dimension.AREA),
                EnumSet.of(Dimension.AREA, Dimension.GRADE));
    }
}
