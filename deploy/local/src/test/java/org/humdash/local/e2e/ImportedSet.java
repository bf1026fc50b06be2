package org.humdash.local.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.humdash.local.e2e.RunningHumdash.Running;

/**
 * What the starting data has none of: incidents of several types, places, grades and exactness, the days on which a source
 * reported, and indicators that change from week to week. It is made up, the same every time, and sent as a contributor would.
 */
final class ImportedSet {

    static final int INCIDENTS = 60;

    private static final LocalDate FIRST = LocalDate.of(2025, 10, 11);
    private static final LocalDate END = LocalDate.of(2025, 12, 20);
    private static final List<String> TYPES = List.of(
            "AIR_STRIKE",
            "ARTILLERY_SHELLING",
            "CIVILIAN_SHOOTING",
            "GROUND_INCURSION",
            "DEMOLITION",
            "ARREST",
            "AID_OBSTRUCTION",
            "PROJECTILE_LAUNCH");
    private static final List<String> AREAS = List.of("PS0255", "PS0260", "PS0265", "PS0270", "PS0275", "");
    private static final List<String> RESPONSIBILITIES = List.of("", "ADMITTED", "DISPUTED", "");

    private ImportedSet() {}

    static void sendTo(Running humdash) throws Exception {
        assertEquals(INCIDENTS, importAll(humdash, "incidents", "&ceasefire=GAZA-2025-10&source=AFP", incidents()));
        importTable(humdash, "coverage", coverage());
        importAll(humdash, "observations", "", observations());
    }

    private static String incidents() {
        StringBuilder table =
                new StringBuilder("reference,type,occurred_from,occurred_to,date_precision,adm2,responsibility,"
                        + "killed_lower,killed_best,killed_upper,injured_lower,injured_best,injured_upper\n");
        for (int i = 0; i < INCIDENTS; i++) {
            LocalDate day = FIRST.plusDays(i * 7L % 68);
            boolean exact = i % 9 != 8;
            int killed = i % 4;
            table.append("imported-set-").append(i);
            table.append(',').append(TYPES.get(i % TYPES.size()));
            table.append(',').append(day).append(',').append(exact ? day : day.plusDays(3));
            table.append(',').append(exact ? 1 : 2);
            table.append(',').append(AREAS.get(i % AREAS.size()));
            table.append(',').append(RESPONSIBILITIES.get(i % RESPONSIBILITIES.size()));
            table.append(',')
                    .append(killed)
                    .append(',')
                    .append(killed)
                    .append(',')
                    .append(killed + i % 2);
            table.append(',')
                    .append(i % 5)
                    .append(',')
                    .append(i % 5)
                    .append(',')
                    .append(i % 5);
            table.append('\n');
        }
        return table.toString();
    }

    /** Every third day nobody reported. */
    private static String coverage() {
        StringBuilder table = new StringBuilder("ceasefire,source,day,status\n");
        for (LocalDate day = FIRST; day.isBefore(END); day = day.plusDays(1)) {
            String status = day.toEpochDay() % 3 == 0 ? "NO_REPORT" : day.toEpochDay() % 3 == 1 ? "REPORTED" : "NIL";
            table.append("GAZA-2025-10,AFP,")
                    .append(day)
                    .append(',')
                    .append(status)
                    .append('\n');
        }
        return table.toString();
    }

    private static String observations() {
        StringBuilder table = new StringBuilder("indicator,area,originator,reference,value,valid_from,valid_to\n");
        for (LocalDate day = FIRST; day.isBefore(END); day = day.plusDays(7)) {
            long week = (day.toEpochDay() - FIRST.toEpochDay()) / 7;
            table.append("IDPS_PRESENT,PS0260,IOM,imported-set-").append(week).append(',');
            table.append(250_000 + 1_000 * week)
                    .append(',')
                    .append(day)
                    .append(',')
                    .append(day)
                    .append('\n');
        }
        return table.toString();
    }

    /** How many rows were created. */
    private static int importAll(Running humdash, String what, String query, String table) throws Exception {
        JsonNode job = send(humdash, "/api/v1/" + what + "/imports?wait=60" + query, table)
                .path("job");
        assertEquals("SUCCEEDED", job.path("status").asText(), job.toString());
        return job.path("created").asInt();
    }

    private static void importTable(Running humdash, String what, String table) throws Exception {
        JsonNode report = send(humdash, "/api/v1/" + what + "/imports", table);
        assertEquals(0, report.path("refused").asInt(), report.toString());
    }

    private static JsonNode send(Running humdash, String path, String table) throws Exception {
        HttpResponse<String> answer = humdash.post(path, "text/csv", table, humdash.administratorKey());
        assertEquals(200, answer.statusCode(), answer.body());
        return RunningHumdash.JSON.readTree(answer.body());
    }
}
