package org.humdash.local.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.humdash.local.e2e.RunningHumdash.Running;

/**
 * What is sent to the gateway for a while, and the exact account of it: nothing here is asked back from the system that is
 * tested. Each thread that sends has a number and a key of its own.
 */
final class SentLoad {

    static final String CEASEFIRE = "LOAD-2025";
    static final String OFFICE = "LOAD_OFFICE";

    /** Claims and observations are about this area, of which the starting data says nothing. */
    static final String AREA = "PS01";

    /** The first day anything is said about; all days lie in the time that the dashboard opens with. */
    static final LocalDate FIRST_DAY = LocalDate.parse("2025-10-12");

    static final int DAYS = 60;

    private static final String[] TYPES = {"AIR_STRIKE", "ARTILLERY_SHELLING", "DEMOLITION", "ARREST"};
    private static final Set<String> ATTACKS = Set.of("AIR_STRIKE", "ARTILLERY_SHELLING", "DEMOLITION");
    private static final String[] AREAS = {"PS0260", "PS0265", "PS0270"};

    private final Running humdash;
    private final Map<Integer, Long> answers = new TreeMap<>();
    private final Map<String, Long> rows = new TreeMap<>();
    private final Map<String, Long> incidentsByType = new TreeMap<>();
    private final Set<LocalDate> attackDays = new TreeSet<>();
    private long killed;
    private int claimFiles;
    private int observationFiles;

    SentLoad(Running humdash) {
        this.humdash = humdash;
    }

    /** One request, the nth of this sender; reads, writes and what must be refused take turns. */
    void send(int sender, int n, String key) throws IOException, InterruptedException {
        switch (n % 12) {
            case 0, 1, 2 -> incident(sender, n, key);
            case 3 -> sendAndCount(200, "/api/v1/incidents", "application/json", body(sender, n - 1), key);
            case 4 ->
                sendAndCount(
                        400,
                        "/api/v1/incidents",
                        "application/json",
                        body(sender, n).replace(type(n), "RUMOUR"),
                        key);
            case 5 -> imports(n, key);
            case 6 -> count(get("/api/v1/incidents?ceasefire=" + CEASEFIRE + "&limit=20", key), 200);
            case 7 -> count(get("/api/v1/claims/latest?ceasefire=" + CEASEFIRE, key), 200);
            case 8 -> count(get("/api/v1/situation?ceasefire=" + CEASEFIRE + "&area=" + AREA, key), 200);
            case 9 -> count(get("/api/v1/incidents/00000000-0000-7000-8000-000000000000", key), 404);
            case 10 -> count(get("/api/v1/incidents?occurredFrom=never", key), 400);
            default -> sendAndCount(401, "/api/v1/incidents", "application/json", body(sender, n), null);
        }
    }

    private void incident(int sender, int n, String key) throws IOException, InterruptedException {
        sendAndCount(201, "/api/v1/incidents", "application/json", body(sender, n), key);
        synchronized (this) {
            incidentsByType.merge(type(n), 1L, Long::sum);
            killed += killed(n);
            if (ATTACKS.contains(type(n))) {
                attackDays.add(day(n));
            }
        }
    }

    /** Files of good rows and one that must be refused; from the time on when every day has one, old ones come again. */
    private void imports(int n, String key) throws IOException, InterruptedException {
        boolean claims = n % 24 == 5;
        int file;
        synchronized (this) {
            file = claims ? claimFiles++ : observationFiles++;
        }
        String kind = claims ? "claims" : "observations";
        HttpResponse<String> answer = humdash.post(
                "/api/v1/" + kind + "/imports" + (claims ? "" : "?wait=60"),
                "text/csv",
                claims ? claims(file % DAYS) : observations(file % DAYS),
                key);
        count(answer, 200);
        JsonNode report = RunningHumdash.JSON.readTree(answer.body());
        JsonNode told = claims ? report : report.path("job");
        String good = file < DAYS ? "created" : "unchanged";
        if (told.path(good).asInt() != 2 || told.path("refused").asInt() != 1) {
            throw new AssertionError("file " + file + " of " + kind + ": " + answer.body());
        }
        synchronized (this) {
            rows.merge(kind + " " + good, 2L, Long::sum);
            rows.merge(kind + " refused", 1L, Long::sum);
        }
    }

    private static String claims(int file) {
        String row = CEASEFIRE + "," + AREA + "," + OFFICE + ",%s-" + file + ",%s,%s,2025-10-10,"
                + FIRST_DAY.plusDays(file) + ",LOW\n";
        return "ceasefire,area,originator,reference,measure,value,valid_from,valid_to,sensitivity\n"
                + row.formatted("v", "VIOLATIONS", Integer.toString(violations(file)))
                + row.formatted("k", "KILLED", "at least " + killedClaimed(file))
                + row.formatted("r", "KILLED", "many");
    }

    private static String observations(int file) {
        String row = "%s," + AREA + "," + OFFICE + ",%s-" + file + ",%s," + FIRST_DAY.plusDays(file) + ","
                + FIRST_DAY.plusDays(file) + ",LOW\n";
        return "indicator,area,originator,reference,value,valid_from,valid_to,sensitivity\n"
                + row.formatted("SHELTER_PEOPLE_ALL", "a", Integer.toString(sheltering(file)))
                + row.formatted("SHELTER_SITES", "s", "at least " + (file + 10))
                + row.formatted("SHELTER_PEOPLE_ALL", "r", "many");
    }

    static int violations(int file) {
        return 100 + 2 * file;
    }

    static int killedClaimed(int file) {
        return 10 + file;
    }

    static int sheltering(int file) {
        return 1_000 + 7 * file;
    }

    private static String type(int n) {
        return TYPES[n % TYPES.length];
    }

    private static LocalDate day(int n) {
        return FIRST_DAY.plusDays(n * 7 % DAYS);
    }

    private static int killed(int n) {
        return n % 3;
    }

    private static String body(int sender, int n) {
        return """
                {"source": "%1$s", "reference": "i-%2$d-%3$d", "ceasefire": "%4$s", "type": "%5$s", "occurredFrom": "%6$s",
                 "place": {"adm2": "%7$s"}, "reports": [{"source": "%1$s", "killed": {"value": "%8$d"}}]}""".formatted(OFFICE, sender, n, CEASEFIRE, type(n), day(n), AREAS[n % AREAS.length], killed(n));
    }

    private void sendAndCount(int status, String path, String type, String body, String key)
            throws IOException, InterruptedException {
        count(humdash.post(path, type, body, key), status);
    }

    private HttpResponse<String> get(String path, String key) throws IOException, InterruptedException {
        return humdash.get(path, key);
    }

    private void count(HttpResponse<String> answer, int status) {
        if (answer.statusCode() != status) {
            throw new AssertionError(answer.request().method() + " " + answer.uri() + " answered " + answer.statusCode()
                    + " and not " + status + ": " + answer.body());
        }
        synchronized (this) {
            answers.merge(status, 1L, Long::sum);
        }
    }

    /** How often the gateway answered with each status. */
    synchronized Map<Integer, Long> answers() {
        return new TreeMap<>(answers);
    }

    /** Rows of files, by kind and outcome, as in "claims refused". */
    synchronized Map<String, Long> rows() {
        return new TreeMap<>(rows);
    }

    synchronized Map<String, Long> incidentsByType() {
        return new TreeMap<>(incidentsByType);
    }

    synchronized int attackDays() {
        return attackDays.size();
    }

    synchronized long killed() {
        return killed;
    }

    /** How many days have claims; the newest figures are those of the last of them. */
    synchronized int daysOfClaims() {
        return Math.min(claimFiles, DAYS);
    }

    synchronized int daysOfObservations() {
        return Math.min(observationFiles, DAYS);
    }
}
