package org.humdash.incident.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Holds the roll-up against the incidents it was made from. */
@ApplicationScoped
public class Rollup {

    private static final String COLUMNS = """
            ceasefire, occurred_from, occurred_to, date_precision, timing, type, adm1, adm2, grade, sensitivity""";

    private final DataSource dataSource;

    Rollup(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** At every instant at which anything of a ceasefire was recorded, its roll-up says what adding the incidents up says. */
    public void isExact(String ceasefire) {
        assertEquals(
                0, number("""
                with mine as (select * from incident where ceasefire = '%2$s'),
                instant as (select recorded_at as at from mine union select superseded_at from mine where superseded_at is not null),
                kept as (
                    select at, %1$s, incidents, killed_lower, killed_upper, injured_best, detained_stated, killed_open, injured_without_best
                    from instant join incident_rollup r on r.recorded_at <= at and (r.superseded_at is null or r.superseded_at > at)
                    where ceasefire = '%2$s'),
                added_up as (
                    select at, %1$s, count(*), sum(killed_lower), sum(killed_upper), sum(injured_best), sum(detained_stated), sum(killed_open), sum(injured_without_best)
                    from instant join incident_contribution r on r.recorded_at <= at and (r.superseded_at is null or r.superseded_at > at)
                    where ceasefire = '%2$s'
                    group by at, %1$s)
                select count(*) from (
                    (select * from kept except all select * from added_up) union all (select * from added_up except all select * from kept)) difference
                """.formatted(COLUMNS, ceasefire)), "rows in which the roll-up and the incidents differ");
    }

    long incidents(String ceasefire) {
        return number(
                "select coalesce(sum(incidents), 0) from incident_rollup where superseded_at is null and ceasefire = '"
                        + ceasefire + "'");
    }

    /** Rows the public could ever read, at whatever instant, in which somebody was killed other than so many. */
    long publicRowsWithKilledOtherThan(String ceasefire, long killed) {
        return number("select count(*) from incident_rollup where sensitivity = 'LOW' and ceasefire = '" + ceasefire
                + "' and killed_lower <> " + killed);
    }

    private long number(String sql) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
