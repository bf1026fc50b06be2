package org.humdash.kit.change;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.humdash.kit.meter.GaugeRefresh;

/**
 * When the newest entry was recorded of the change feeds of a service, as partners are shown them: when something hidden was
 * recorded is not told. Not a number while there is no entry, and while the database does not say.
 */
public final class NewestChange {

    private static final double MILLIS = 1_000;

    private final DataSource dataSource;
    private final String sql;
    private final GaugeRefresh refresh;
    private volatile Instant newest;

    /** @param sql that gives one timestamp, or null if there is no entry */
    public NewestChange(DataSource dataSource, String sql, MeterRegistry registry, GaugeRefresh refresh) {
        this.dataSource = dataSource;
        this.sql = sql;
        this.refresh = refresh;
        Gauge.builder("humdash.feed.newest.timestamp", this, known -> known.seconds())
                .description(
                        "When the newest change that partners are shown in the change feeds was recorded; NaN if none was")
                .baseUnit("seconds")
                .register(registry);
    }

    /** Reads it again. */
    public void refresh() throws SQLException {
        refresh.run(this::read);
    }

    private void read() throws SQLException {
        Instant found = null;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            OffsetDateTime at = row.next() ? row.getObject(1, OffsetDateTime.class) : null;
            found = at == null ? null : at.toInstant();
        } finally {
            newest = found;
        }
    }

    private double seconds() {
        Instant known = newest;
        return known == null || !refresh.isShown() ? Double.NaN : known.toEpochMilli() / MILLIS;
    }
}
