package org.humdash.kit.watermark;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.humdash.kit.revision.ReadClock;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears from the database what was committed. PostgreSQL delivers notifications after the commit, in the order of commits
 * and to all listeners alike, so the last one heard names a state. Whoever begins to listen announces itself: the others
 * hear that too, and from then on all name the same.
 *
 * <p>One connection of the pool is kept for it. While there is none, the watermark is unknown.
 */
@ApplicationScoped
class WatermarkListener {

    private static final Logger LOG = Logger.getLogger(WatermarkListener.class);

    /** Also the channel in the function {@code announce_change}. */
    private static final String CHANNEL = "humdash_watermark";

    private static final Pattern TOKEN = Pattern.compile("[0-9a-f-]{1,64}");

    private static final int PATIENCE_MILLIS = 500;
    private static final Duration LOOK_AFTER_THE_CONNECTION = Duration.ofSeconds(10);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);
    private static final Duration END = Duration.ofSeconds(5);

    private final DataSource dataSource;
    private final ReadClock clock;
    private final Watermarks watermarks;
    private final WatermarkGrid grid;
    private final CountDownLatch closing = new CountDownLatch(1);
    private Thread thread;

    WatermarkListener(
            DataSource dataSource,
            ReadClock clock,
            Watermarks watermarks,
            WatermarkConfig config,
            MeterRegistry registry) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.watermarks = watermarks;
        this.grid = new WatermarkGrid(config.grid());
        Gauge.builder(
                        "humdash.watermark.known",
                        watermarks,
                        known -> known.current().map(watermark -> 1).orElse(0))
                .description("Whether the service hears from its database what changes (1), or not (0)")
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().daemon().name("watermark").start(this::run);
    }

    /** Before the pool is closed, which would wait for the connection. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        closing.countDown();
        if (thread != null) {
            thread.join(END);
        }
    }

    private void run() {
        try {
            do {
                try (Connection connection = dataSource.getConnection()) {
                    listen(connection);
                } catch (SQLException | RuntimeException e) {
                    if (watermarks.current().isPresent()) {
                        LOG.warn("What changes is not heard of any more; answers have no watermark until it is", e);
                    }
                    watermarks.set(null);
                }
            } while (!closing.await(TRY_AGAIN.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen(Connection connection) throws SQLException {
        PGConnection listening = connection.unwrap(PGConnection.class);
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
            announce(connection);
            long looked = System.nanoTime();
            Instant noticed = null;
            while (closing.getCount() > 0) {
                Optional<String> token = last(listening.getNotifications(PATIENCE_MILLIS));
                if (token.isPresent()) {
                    noticed = clock.settled();
                    watermarks.set(new Watermark(token.get(), grid.knownAt(noticed, noticed)));
                } else {
                    round(noticed);
                }
                if (System.nanoTime() - looked > LOOK_AFTER_THE_CONNECTION.toNanos()) {
                    // A connection that was cut says nothing, as one on which nothing happens.
                    statement.execute("select 1");
                    looked = System.nanoTime();
                }
            }
            statement.execute("unlisten " + CHANNEL);
        }
    }

    /** Whoever may connect to the database may say something on the channel: what no trigger says is not listened to. */
    private static Optional<String> last(PGNotification[] heard) {
        return heard == null
                ? Optional.empty()
                : Arrays.stream(heard)
                        .map(PGNotification::getParameter)
                        .filter(text -> TOKEN.matcher(text).matches())
                        .reduce((earlier, later) -> later);
    }

    private void round(Instant noticed) {
        Watermark current = watermarks.current().orElse(null);
        if (current == null || grid.isRounded(current.knownAt()) || !grid.hasPassed(noticed, clock.present())) {
            return;
        }
        Instant rounded = grid.knownAt(noticed, clock.settled());
        if (grid.isRounded(rounded)) {
            watermarks.set(new Watermark(current.token(), rounded));
        }
    }

    private static void announce(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_notify(?, ?)")) {
            statement.setString(1, CHANNEL);
            statement.setString(2, UUID.randomUUID().toString());
            statement.execute();
        }
    }
}
