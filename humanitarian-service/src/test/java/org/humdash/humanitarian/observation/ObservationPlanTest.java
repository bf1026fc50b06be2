package org.humdash.humanitarian.observation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.humdash.humanitarian.SourceRegisterResource;
import org.humdash.kit.query.ListOrder;
import org.humdash.kit.query.SqlStatement;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.test.PostgresResource;
import org.humdash.vocabulary.access.Clearance;
import org.junit.jupiter.api.Test;

/**
 * How the database reads a page among 100,000 observations: from the place in an index where it begins to where it ends. A
 * plan that sorts, or reads the table, costs a page what the whole costs.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class ObservationPlanTest {

    private static final ReadScope SCOPE =
            new ReadScope(LocalDate.of(2025, 12, 19), Instant.parse("2026-01-01T00:00:00Z"), Clearance.PUBLIC);

    /** RARE and PLAN_SOURCE_RARE are of the oldest days alone: who goes through the newest first meets all the others. */
    private static final String ROWS = """
            insert into source_copy (code, name_en, kind, fetched_at)
            select 'PLAN_SOURCE_' || i, 'Plan', 'NGO', now() from unnest(array['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'RARE']) i;
            insert into observation (id, revision, recorded_at, revision_reason, sensitivity, indicator, area, originator, publisher,
                reference, definition, qualifier, lower, lower_inclusive, best, upper, upper_inclusive, valid_from, valid_to, verbatim, fingerprint)
            select gen_random_uuid(), 1, timestamptz '2025-01-01' + i * interval '1 second', 'NEW', case when i % 50 = 0 then 'HIGH' else 'LOW' end,
                case when i <= 3000 then 'PLAN_RARE' else 'PLAN_' || i % 20 end,
                case when i <= 3000 then 'PS0115' else (array['PS02', 'PS0255', 'PS0260', 'PS0265', 'PS0270', 'PS0275'])[1 + i % 6] end,
                case when i <= 3000 then 'PLAN_SOURCE_RARE' else 'PLAN_SOURCE_' || i % 10 end,
                case when i <= 3000 then 'PLAN_SOURCE_0' when i % 7 = 0 then 'PLAN_SOURCE_' || i % 3 end,
                'plan-' || i, 'PLAN', 'EXACT', i, true, i, i, true, date '2015-01-01' + i / 30, date '2015-01-01' + i / 30,
                case when i % 1000 = 0 then 'flooded school' when i % 20 = 0 then 'people counted' end, gen_random_uuid()
            from generate_series(1, 100000) i;
            analyze observation;
            """;

    @Inject
    DataSource dataSource;

    @Test
    void aPageIsReadFromAnIndexAndNotSearchedFor() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(ROWS);
                keyset(connection, "-validTo", "observation_by_validity", filter -> {});
                keyset(connection, "validTo", "observation_by_validity", filter -> {});
                keyset(connection, "-recordedAt", "observation_by_recording", filter -> {});
                keyset(
                        connection,
                        "-validTo",
                        "observation_by_indicator",
                        filter -> filter.indicators = List.of("PLAN_RARE"));
                keyset(
                        connection,
                        "-validTo",
                        "observation_by_indicator",
                        filter -> filter.indicators = List.of("PLAN_RARE", "PLAN_3"));
                keyset(
                        connection,
                        "-validTo",
                        "observation_by_originator",
                        filter -> filter.originator = "PLAN_SOURCE_RARE");
                keyset(
                        connection,
                        "-validTo",
                        "observation_by_originator",
                        filter -> filter.source = "PLAN_SOURCE_RARE");
                keyset(connection, "-validTo", "observation_by_publisher", filter -> filter.source = "PLAN_SOURCE_0");
                keyset(connection, "-validTo", "observation_by_place", filter -> filter.area = "PS0115");
                keyset(connection, "-validTo", "observation_by_region", filter -> filter.area = "PS01");
                String words = plan(connection, "-validTo", filter -> filter.text = "school flood");
                assertTrue(words.contains("Bitmap Index Scan on observation_by_words"), words);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static void keyset(Connection connection, String sort, String index, Consumer<ObservationFilter> question)
            throws SQLException {
        String plan = plan(connection, sort, question);
        String how = (sort.startsWith("-") ? "Index Scan Backward using " : "Index Scan using ") + index;
        assertTrue(plan.contains(how), plan);
        assertFalse(plan.contains("Seq Scan") || plan.contains("Sort  ("), plan);
        String place = "ROW(" + (sort.endsWith("recordedAt") ? "recorded_at" : "valid_to") + ", id)";
        assertTrue(
                plan.lines()
                        .anyMatch(line -> line.contains("Index Cond:")
                                && line.replaceAll("\\b\\w+\\.", "").contains(place)),
                plan);
    }

    /** The plan of a page that comes after another one. */
    private static String plan(Connection connection, String sort, Consumer<ObservationFilter> question)
            throws SQLException {
        ObservationFilter filter = new ObservationFilter();
        question.accept(filter);
        ListOrder order = ObservationOrder.of(sort);
        ObservationQuery query = ObservationQuery.of(
                filter, SCOPE, new ObservationContext(Map.of(), Map.of(), Set.of(), Set.of(), SCOPE));
        query.where()
                .and(
                        order.after(),
                        order.isByDay() ? "2020-06-01" : "2025-01-01T12:00:00Z",
                        "01938f6e-0000-7000-8000-000000000000");
        StringBuilder plan = new StringBuilder();
        SqlStatement page = query.page(order, 51);
        try (PreparedStatement statement =
                        new SqlStatement("explain " + page.sql(), page.values()).prepare(connection);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                plan.append(row.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }
}
