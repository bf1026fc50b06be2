package org.humdash.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.humdash.kit.test.EarlierAnswers;
import org.humdash.kit.test.PostgresOfAnEarlierRelease;
import org.junit.jupiter.api.Test;

/** The program starts on a database that an earlier release left, migrates it by itself, and answers as the earlier one did. */
@QuarkusTest
@QuarkusTestResource(value = PostgresOfAnEarlierRelease.class, restrictToAnnotatedClass = true)
class UpgradeResourceTest {

    @Inject
    DataSource dataSource;

    @Test
    void whatWasAnsweredIsAnsweredStill() throws Exception {
        EarlierAnswers.areGivenStill();
    }

    @Test
    void theRollupsAreTheSumsOfWhatIsThere() throws SQLException {
        assertEquals("0", text("""
                select count(*) from (
                    (select ceasefire, adm1, adm2, type, grade, sensitivity, occurred_from, sum(incidents) from incident_rollup
                     where superseded_at is null group by 1, 2, 3, 4, 5, 6, 7)
                    except
                    (select ceasefire, adm1, adm2, type, grade, sensitivity, occurred_from, count(*) from incident_contribution
                     where superseded_at is null group by 1, 2, 3, 4, 5, 6, 7)) different"""));
        assertEquals("58 58", text("""
                select (select count(*) from incident_contribution where superseded_at is null) || ' '
                    || (select sum(incidents) from incident_rollup where superseded_at is null)"""));
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
