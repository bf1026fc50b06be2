package org.humdash.humanitarian.change;

import static org.humdash.humanitarian.change.Scene.HAZARDS;
import static org.humdash.humanitarian.change.Scene.OBSERVATIONS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.humdash.humanitarian.Installation;
import org.humdash.humanitarian.SourceRegisterResource;
import org.humdash.kit.revision.ChangeClock;
import org.humdash.kit.test.Feed;
import org.humdash.kit.test.PostgresResource;
import org.humdash.vocabulary.access.Clearance;
import org.junit.jupiter.api.Test;

/** Readers that follow the feeds while others write. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SourceRegisterResource.class)
class ChangeRaceResourceTest {

    private static final int WRITERS = 6;
    private static final int CHANGES_EACH = 25;
    private static final int SMALL_PAGE = 3;
    private static final int A_LARGE_PAGE = 1000;
    private static final List<String> SENSITIVITIES = List.of("LOW", "LOW", "MODERATE", "HIGH", "SEVERE");
    private static final List<Supplier<RequestSpecification>> CALLERS =
            List.of(RestAssured::given, Installation::partner, Installation::staff);

    @Inject
    DataSource dataSource;

    @Inject
    ChangeClock changeClock;

    @Test
    void everyReaderHoldsWhatTheListShowsThemHoweverManyWriteMeanwhile() throws Exception {
        Scene scene = Scene.named("CHANGERACE");
        String start = Instant.now().toString();
        AtomicBoolean isWriting = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<Follower>> followers = new ArrayList<>();
            for (Supplier<RequestSpecification> caller : CALLERS) {
                followers.add(threads.submit(() -> new Follower(caller, start).follow(isWriting)));
            }
            List<Callable<Void>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(new Writer(scene, i));
            }
            List<Future<Void>> written = threads.invokeAll(writers);
            // Before anything can fail, or the readers would never come to an end.
            isWriting.set(false);
            for (Future<Void> writer : written) {
                writer.get();
            }

            for (int i = 0; i < CALLERS.size(); i++) {
                Follower follower = followers.get(i).get();
                Map<String, Map<String, Object>> listed = listed(scene, CALLERS.get(i));
                assertTrue(listed.size() > 10, listed.keySet().toString());
                assertEquals(listed, follower.feed.held);
                for (Feed earlier : follower.earlier) {
                    earlier.rest();
                    assertEquals(listed, earlier.held);
                }
                Feed hazards = Feed.from(HAZARDS, CALLERS.get(i), start, A_LARGE_PAGE);
                assertEquals(hazards(scene, CALLERS.get(i)), hazards.held);
            }
            assertEquals(Set.of(), differencesOfWithdrawals());
            Set<String> neverShown = new HashSet<>(followers.getFirst().get().told);
            neverShown.removeAll(texts("select id::text from observation where sensitivity = 'LOW'"
                    + " and revision_reason <> 'RETRACTION' and indicator = '" + scene.at().indicator + "'"));
            assertEquals(Set.of(), neverShown);
        }
    }

    @Test
    void aLaterChangeIsNotHandedOutBeforeAnEarlierOneIsCommitted() throws Exception {
        Scene scene = Scene.named("CHANGEWAITS");
        Feed reader = Feed.from(OBSERVATIONS, RestAssured::given, Instant.now().toString(), SMALL_PAGE);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            QuarkusTransaction.begin();
            Future<?> later;
            try {
                changeClock.tick();
                later = threads.submit(() -> scene.take("later,1,,,LOW,"));
                Awaitility.await()
                        .until(() -> !texts("select pid::text from pg_locks where not granted")
                                .isEmpty());
                assertEquals(List.of(), reader.next());
            } finally {
                QuarkusTransaction.rollback();
            }
            later.get();
        }
        assertEquals(
                List.of("UPSERT later"), reader.rest().stream().map(Feed::told).toList());
    }

    @Test
    void theDatabaseKnowsTheClearancesOfTheCode() throws SQLException {
        assertEquals(
                Stream.of(Clearance.values())
                        .map(clearance -> clearance + " "
                                + clearance.mayRead().stream().map(Enum::name).collect(Collectors.joining(",")))
                        .collect(Collectors.toSet()),
                texts("select clearance || ' ' || array_to_string(readable, ',') from clearances()"));
    }

    /** What the triggers kept of withdrawals, against what the migration finds in the history of all records. */
    private Set<String> differencesOfWithdrawals() throws SQLException, IOException {
        String migration;
        try (InputStream in = ChangeRaceResourceTest.class.getResourceAsStream(
                "/db/migration/V202611252100__keep_what_left_the_sight_of_readers.sql")) {
            migration = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        int begin = migration.indexOf("select gone.kind");
        String found = migration.substring(begin, migration.indexOf(';', begin));
        String kept = "select kind, clearance, id, recorded_at, reason from withdrawal";
        assertTrue(texts("select w::text from withdrawal w").size() > 10);
        return texts("select d::text from (((%1$s) except (%2$s)) union all ((%2$s) except (%1$s))) d"
                .formatted(kept, found));
    }

    private Set<String> texts(String sql) throws SQLException {
        Set<String> texts = new HashSet<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                texts.add(row.getObject(1).toString());
            }
        }
        return texts;
    }

    private static Map<String, Map<String, Object>> listed(Scene scene, Supplier<RequestSpecification> caller) {
        Map<String, Map<String, Object>> listed = new HashMap<>();
        String cursor = null;
        do {
            RequestSpecification request =
                    caller.get().queryParam("indicator", scene.at().indicator).queryParam("limit", 1000);
            JsonPath page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/api/v1/observations")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List<Map<String, Object>> items = page.getList("items");
            items.forEach(item -> listed.put((String) item.get("id"), item));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        return listed;
    }

    private static Map<String, Map<String, Object>> hazards(Scene scene, Supplier<RequestSpecification> caller) {
        List<Map<String, Object>> items = caller.get().get("/api/v1/hazards").path("items");
        return items.stream()
                .filter(item -> item.get("code").toString().startsWith(scene.hazardCode("")))
                .collect(Collectors.toMap(item -> item.get("code").toString(), item -> item));
    }

    /** Follows the feed in small pages, and remembers some of the places it came by. */
    private static final class Follower {

        /** How many pages with entries lie between two places that are remembered. */
        private static final int PAGES_BETWEEN = 8;

        final Feed feed;
        final List<Feed> earlier = new ArrayList<>();
        final Set<String> told = new HashSet<>();
        private String place = "";

        Follower(Supplier<RequestSpecification> caller, String start) {
            this.feed = Feed.from(OBSERVATIONS, caller, start, SMALL_PAGE);
            this.earlier.add(feed.copy(A_LARGE_PAGE));
        }

        Follower follow(AtomicBoolean isWriting) {
            int pages = 0;
            while (true) {
                // Looked at before the page, so that an empty page after the last write is the end.
                boolean wasWriting = isWriting.get();
                List<Map<String, Object>> page = feed.next();
                page.forEach(this::take);
                if (!page.isEmpty() && ++pages % PAGES_BETWEEN == 0) {
                    earlier.add(feed.copy(A_LARGE_PAGE));
                }
                if (!wasWriting && page.isEmpty()) {
                    return this;
                }
            }
        }

        private void take(Map<String, Object> item) {
            told.add((String) item.get("id"));
            Instant recordedAt = Instant.parse((String) item.get("recordedAt"));
            String next = recordedAt.getEpochSecond() + "%09d".formatted(recordedAt.getNano()) + item.get("id");
            assertTrue(place.compareTo(next) < 0, () -> place + " is followed by " + next);
            place = next;
        }
    }

    /** Makes changes of every kind to records of its own, at random but the same in every run. */
    private static final class Writer implements Callable<Void> {

        private final Scene scene;
        private final int number;
        private final Random random;
        private boolean hasHazard;

        Writer(Scene scene, int number) {
            this.scene = scene;
            this.number = number;
            this.random = new Random(number);
        }

        @Override
        public Void call() {
            for (int i = 0; i < CHANGES_EACH; i++) {
                if (!hasHazard) {
                    scene.hazard("H" + number, "LOW");
                    hasHazard = true;
                } else if (random.nextInt(4) == 0) {
                    hideOrShowTheHazard();
                } else {
                    importTable();
                }
            }
            return null;
        }

        private void hideOrShowTheHazard() {
            int now = contributorsRevision();
            scene.revise("H" + number, now, List.of("LOW", "MODERATE", "HIGH").get(random.nextInt(3)), "UPDATE");
        }

        private int contributorsRevision() {
            return Installation.contributor()
                    .get("/api/v1/hazards/" + scene.hazardCode("H" + number))
                    .path("revision.number");
        }

        /** Statements 0 to 4 and relays of them, of which some are about the hazard, retracted, or hidden. */
        private void importTable() {
            List<String> rows = new ArrayList<>();
            for (int row = 0; row < 8; row++) {
                boolean isRelay = row >= 5;
                rows.add(String.join(
                        ",",
                        number + "-" + row,
                        "" + random.nextInt(5),
                        isRelay ? number + "-" + random.nextInt(5) : "",
                        random.nextBoolean() ? scene.hazardCode("H" + number) : "",
                        SENSITIVITIES.get(random.nextInt(SENSITIVITIES.size())),
                        random.nextInt(6) == 0 ? "RETRACTION" : "UPDATE"));
            }
            scene.take(rows.toArray(String[]::new));
        }
    }
}
