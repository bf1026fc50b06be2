package org.humdash.incident.change;

import static org.humdash.incident.Installation.contributor;
import static org.humdash.incident.incident.Incidents.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
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
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.humdash.incident.Installation;
import org.humdash.incident.incident.Incidents;
import org.humdash.incident.incident.Tables;
import org.humdash.kit.revision.ChangeClock;
import org.humdash.kit.test.Feed;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

/** Readers that follow the feed while others write. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ChangeRaceResourceTest {

    private static final Feed.Kind FEED = new Feed.Kind(Incidents.PATH + "/changes", "incident", "id");

    private static final int WRITERS = 8;
    private static final int CHANGES_EACH = 20;
    private static final int SMALL_PAGE = 3;
    private static final int A_LARGE_PAGE = 1000;
    private static final List<String> SENSITIVITIES = List.of("LOW", "LOW", "MODERATE", "HIGH", "SEVERE");
    private static final List<Supplier<RequestSpecification>> CALLERS =
            List.of(RestAssured::given, Installation::partner, Installation::staff);

    @Inject
    DataSource dataSource;

    @Inject
    ChangeClock changeClock;

    @Inject
    Tables tables;

    @Test
    void everyReaderHoldsWhatTheListShowsThemHoweverManyWriteMeanwhile() throws Exception {
        Installation at = Installation.named("CHANGERACE");
        String start = Instant.now().toString();
        AtomicBoolean isWriting = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<Follower>> followers = new ArrayList<>();
            for (Supplier<RequestSpecification> caller : CALLERS) {
                followers.add(threads.submit(() -> new Follower(caller, start).follow(isWriting)));
            }
            List<Callable<Void>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(new Writer(at, i));
            }
            List<Future<Void>> written = threads.invokeAll(writers);
            // Before anything can fail, or the readers would never come to an end.
            isWriting.set(false);
            for (Future<Void> writer : written) {
                writer.get();
            }

            for (int i = 0; i < CALLERS.size(); i++) {
                Follower follower = followers.get(i).get();
                Map<String, Map<String, Object>> listed = listed(at, CALLERS.get(i));
                assertEquals(listed, follower.feed.held);
                for (Feed earlier : follower.earlier) {
                    earlier.rest();
                    assertEquals(listed, earlier.held);
                }
            }
            assertEquals(Set.of(), differencesOfWithdrawals(at));
            assertEquals(Set.of(), minus(followers.getFirst().get().told, everPublic(at)));
        }
    }

    @Test
    void aLaterChangeIsNotHandedOutBeforeAnEarlierOneIsCommitted() throws Exception {
        Installation at = Installation.named("CHANGEWAITS");
        Incidents incidents = new Incidents(at);
        Feed reader = Feed.from(FEED, RestAssured::given, Instant.now().toString(), SMALL_PAGE);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            QuarkusTransaction.begin();
            Future<?> later;
            try {
                changeClock.tick();
                later = threads.submit(() -> incidents.record(incidents.body("later", "1")));
                Awaitility.await().until(this::somebodyWaits);
                assertEquals(List.of(), reader.next());
            } finally {
                QuarkusTransaction.rollback();
            }
            later.get();
        }
        assertEquals(
                List.of("UPSERT later"), reader.rest().stream().map(Feed::told).toList());
    }

    private boolean somebodyWaits() throws SQLException {
        return !texts("select pid::text from pg_locks where not granted").isEmpty();
    }

    private Set<String> everPublic(Installation at) throws SQLException {
        return texts("select id::text from incident where status = 'PUBLISHED' and sensitivity = 'LOW'"
                + " and duplicate_of is null and ceasefire = '" + at.ceasefire + "'");
    }

    /** What the writers kept of withdrawals, against what the migration finds in the history of all incidents. */
    private Set<String> differencesOfWithdrawals(Installation at) throws SQLException, IOException {
        String migration;
        try (InputStream in = ChangeRaceResourceTest.class.getResourceAsStream(
                "/db/migration/V202611251420__keep_what_left_the_sight_of_readers.sql")) {
            migration = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        int begin = migration.indexOf("select c.clearance, g.id");
        String found = migration.substring(begin, migration.indexOf(';', begin));
        String kept = "select clearance, id, recorded_at, reason, survivor from incident_withdrawal";
        return texts(("select d::text from (((%1$s) except (%2$s)) union all ((%2$s) except (%1$s))) d"
                        + " where exists (select from incident i where i.id = d.id and i.ceasefire = '%3$s')")
                .formatted(kept, found, at.ceasefire));
    }

    private Set<String> texts(String sql) throws SQLException {
        Set<String> texts = new HashSet<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static Map<String, Map<String, Object>> listed(Installation at, Supplier<RequestSpecification> caller) {
        Map<String, Map<String, Object>> listed = new HashMap<>();
        String cursor = null;
        do {
            RequestSpecification request =
                    caller.get().queryParam("ceasefire", at.ceasefire).queryParam("limit", 1000);
            JsonPath page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get(Incidents.PATH)
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

    /** Follows the feed in small pages, and remembers some of the places it came by. */
    private static final class Follower {

        /** How many pages with entries lie between two places that are remembered. */
        private static final int PAGES_BETWEEN = 8;

        final Feed feed;
        final List<Feed> earlier = new ArrayList<>();
        final Set<String> told = new HashSet<>();
        private String place = "";

        Follower(Supplier<RequestSpecification> caller, String start) {
            this.feed = Feed.from(FEED, caller, start, SMALL_PAGE);
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
            String next = Instant.parse((String) item.get("recordedAt")).getEpochSecond()
                    + "%09d"
                            .formatted(Instant.parse((String) item.get("recordedAt"))
                                    .getNano())
                    + item.get("id");
            assertTrue(place.compareTo(next) < 0, () -> place + " is followed by " + next);
            place = next;
        }
    }

    /** Makes changes of every kind to incidents of its own, at random but the same in every run. */
    private final class Writer implements Callable<Void> {

        private final Installation at;
        private final Incidents incidents;
        private final int number;
        private final Random random;
        private final List<String> ids = new ArrayList<>();
        private int recorded;

        Writer(Installation at, int number) {
            this.at = at;
            this.incidents = new Incidents(at);
            this.number = number;
            this.random = new Random(number);
        }

        @Override
        public Void call() throws Exception {
            for (int i = 0; i < CHANGES_EACH; i++) {
                switch (ids.size() < 3 ? 0 : random.nextInt(7)) {
                    case 0 -> create();
                    case 1, 2, 3 -> revise();
                    case 4 -> retract();
                    case 5 -> mergeOrSeparate();
                    default -> importTable();
                }
            }
            return null;
        }

        private void create() {
            String status = random.nextInt(4) == 0 ? "DRAFT" : "PUBLISHED";
            ids.add(incidents
                    .record(incidents.body(
                            number + "-" + ++recorded,
                            "" + random.nextInt(100),
                            "\"status\": \"" + status + "\"",
                            sensitivity()))
                    .toString());
        }

        private void revise() {
            JsonPath current = current();
            if (current != null) {
                send(
                                current,
                                incidents.reported(
                                        current.getString("reference"),
                                        report(random.nextBoolean() ? at.office : at.outlet, "" + random.nextInt(100)),
                                        "\"status\": \"PUBLISHED\"",
                                        sensitivity()))
                        .put(Incidents.PATH + "/" + current.getString("id"))
                        .then()
                        .statusCode(200);
            }
        }

        private void retract() {
            JsonPath current = current();
            if (current != null) {
                incidents.retract(UUID.fromString(current.getString("id")), current.getInt("revision.number"));
            }
        }

        private void mergeOrSeparate() {
            JsonPath current = current();
            if (current == null) {
                return;
            }
            String id = current.getString("id");
            boolean isDuplicate = current.getString("duplicateOf") != null;
            Response response = isDuplicate
                    ? send(current, "{\"note\": \"apart\"}").post(Incidents.PATH + "/" + id + "/separation")
                    : send(current, "{\"note\": \"one\", \"into\": \"%s\"}".formatted(any()))
                            .post(Incidents.PATH + "/" + id + "/merge");
            // Some are refused: into itself, into one retracted, more open or hidden from everybody.
            assertTrue(Set.of(200, 400, 404, 409).contains(response.statusCode()), response::asString);
        }

        private void importTable() throws Exception {
            StringBuilder rows = new StringBuilder();
            for (int row = 0; row < 10; row++) {
                rows.append("%s,%d-t%d,%s,OTHER,2025-10-19,%d,%s\n"
                        .formatted(
                                at.office,
                                number,
                                row,
                                at.ceasefire,
                                random.nextInt(5),
                                SENSITIVITIES.get(random.nextInt(SENSITIVITIES.size()))));
            }
            tables.importCsv("source,reference,ceasefire,type,occurred_from,killed,sensitivity\n" + rows);
        }

        /** One of its incidents, if it can be changed; null when it was retracted or hidden from everybody. */
        private JsonPath current() {
            Response response = contributor().get(Incidents.PATH + "/" + any());
            return response.statusCode() == 200 ? response.jsonPath() : null;
        }

        private String any() {
            return ids.get(random.nextInt(ids.size()));
        }

        private String sensitivity() {
            return "\"sensitivity\": \"" + SENSITIVITIES.get(random.nextInt(SENSITIVITIES.size())) + "\"";
        }

        private static RequestSpecification send(JsonPath current, String body) {
            return contributor()
                    .contentType(ContentType.JSON)
                    .header("If-Match", "\"" + current.getInt("revision.number") + "\"")
                    .body(body);
        }
    }
}
