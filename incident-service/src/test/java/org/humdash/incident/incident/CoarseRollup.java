package org.humdash.incident.incident;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Makes the coarser levels of the roll-up from its finest, for tests that write only that. */
public final class CoarseRollup {

    private CoarseRollup() {}

    /** Makes them anew for all days of a ceasefire. */
    public static void remake(DataSource dataSource, String ceasefire) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "create temporary table staged_day on commit drop as select distinct ceasefire, occurred_from"
                            + " from incident_rollup where ceasefire = '" + ceasefire + "'");
            new RollupMaintenance(connection).rebuildCoarse();
            connection.commit();
            connection.setAutoCommit(true);
        }
    }
}
