package org.humdash.local.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.humdash.local.e2e.Dashboard.Query;
import org.humdash.local.e2e.RunningHumdash.Running;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the panels of the dashboard "Situation" that compute something say at the end of 2025, in both languages. */
class SituationPanelsIT {

    private static final String OURS = "STREAKS-2025-12";
    private static final String STARTING_DATA = "GAZA-2025-10";

    private static Running humdash;

    @BeforeAll
    static void start() throws Exception {
        humdash = Running.start();
        send("ceasefires", "application/json", 201, """
                {"code": "%s", "name": {"en": "Ceasefire with streaks", "ar": "هدنة"}, "area": "PS02",
                 "effectiveAt": "2025-12-01T00:00:00+02:00", "timeZone": "Asia/Gaza",
                 "parties": ["Party A", "Party B"], "mediators": ["Mediator"]}""".formatted(OURS));
        send("coverage/imports", "text/csv", 200, """
                ceasefire,source,from,to,status
                %1$s,AFP,2025-12-02,2025-12-04,NIL
                %1$s,AFP,2025-12-05,2025-12-05,NO_REPORT
                %1$s,AFP,2025-12-06,2025-12-09,REPORTED
                """.formatted(OURS));
        send("incidents/imports?wait=60&source=AFP&ceasefire=" + OURS, "text/csv", 200, """
                reference,type,occurred_from,occurred_to,date_precision,adm2
                streak-1,AIR_STRIKE,2025-12-07,2025-12-07,1,PS0260
                streak-2,DEMOLITION,2025-12-08,2025-12-08,1,PS0260
                """);
    }

    @AfterAll
    static void stop() throws Exception {
        if (humdash != null) {
            humdash.close();
        }
    }

    @Test
    void unreportedDaysNeitherCountInAStreakNorBreakIt() throws Exception {
        assertEquals(
                List.of(
                        "Quiet days in a row now, since 9 Dec 2025, 22 unreported | 1",
                        "Most quiet days in a row, from 2 Dec 2025, 1 unreported | 4",
                        "Most days with attacks in a row, from 7 Dec 2025, 0 unreported | 2"),
                rows("situation", OURS, "Streaks of days, as documented here", "A", "name", "value"));
    }

    @Test
    void withoutAnyReportThereIsNoStreak() throws Exception {
        assertEquals(
                List.of(
                        "No streak now: 83 days unreported | –",
                        "Longest quiet: no quiet day yet | –",
                        "Longest with attacks: no such day yet | –"),
                rows("situation", STARTING_DATA, "Streaks of days, as documented here", "A", "name", "value"));
    }

    @Test
    void aClaimStandsBesideTheOneOfAWeekEarlier() throws Exception {
        assertEquals(
                List.of(
                        "Ceasefire: injured, as claimed | 1,141 | 2025-12-28 | 1,112 | 2025-12-22 | up by 29",
                        "Ceasefire: killed, as claimed | 418 | 2025-12-28 | ≥ 411 | 2025-12-22"
                                + " | up by 7, one number is not exact",
                        "Ceasefire: violations, as claimed | 969 | 2025-12-28 | 875 | 2025-12-22 | up by 94",
                        "Ceasefire: detained, as claimed | 45 | 2025-12-22 | 45 | 2025-12-22"
                                + " | no new statement in the week"),
                rows(
                        "situation",
                        STARTING_DATA,
                        "Against a week earlier",
                        "B",
                        "Figure",
                        "Now",
                        "Now, up to",
                        "A week earlier",
                        "Earlier, up to",
                        "In words"));
    }

    @Test
    void whatIsStaleIsCountedByItsOwnInterval() throws Exception {
        assertEquals(
                List.of("of 27 kinds of humanitarian figures expected again | 17"),
                rows("situation", STARTING_DATA, "Figures that are stale", "A", "name", "value"));
        assertEquals(
                List.of("of 3 totals of the ceasefire, as claimed | 0"),
                rows("situation", STARTING_DATA, "Figures that are stale", "B", "name", "value"));
    }

    /** The marks that keep an Arabic text together are left out here. */
    @Test
    void theSameFiguresStandInArabic() throws Exception {
        assertEquals(
                List.of(
                        "وقف إطلاق النار: الجرحى، بحسب المصادر | المكتب الإعلامي الحكومي في غزة | 1,141 | زاد بمقدار 29",
                        "وقف إطلاق النار: القتلى، بحسب المصادر | المكتب الإعلامي الحكومي في غزة | 418"
                                + " | زاد بمقدار 7، وأحد الرقمين غير دقيق",
                        "وقف إطلاق النار: الخروقات، بحسب المصادر | المكتب الإعلامي الحكومي في غزة | 969 | زاد بمقدار 94",
                        "وقف إطلاق النار: المحتجزون، بحسب المصادر | المكتب الإعلامي الحكومي في غزة | 45"
                                + " | لا إفادة جديدة خلال الأسبوع"),
                rows("situation-ar", STARTING_DATA, "مقارنة بما قبل أسبوع", "B", "الرقم", "بحسب", "الآن", "بالكلمات"));
        assertEquals(
                List.of("58 من الأيام الـ69"), rows("situation-ar", STARTING_DATA, "أيام شهدت هجمات", "A", "value"));
    }

    private static List<String> rows(String board, String ceasefire, String title, String refId, String... columns)
            throws Exception {
        Dashboard dashboard =
                new Dashboard(RunningHumdash.PROJECT.resolve("deploy/grafana/dashboards/" + board + ".json"));
        dashboard.set("ceasefire", ceasefire);
        dashboard.set("area", "PS02");
        dashboard.set("known_at", "infinity");
        Query query = dashboard.queries().stream()
                .filter(found -> found.place().equals("panel \"" + title + "\" " + refId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + title + " in " + board));
        List<String> shown = new ArrayList<>();
        try (Connection connection = humdash.reader(query.source().substring("humdash-".length()));
                ResultSet rows = connection.createStatement().executeQuery(dashboard.expand(query))) {
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (String column : columns) {
                    cells.add(rows.getString(column).replaceAll("[\u200f\u2068\u2069]", ""));
                }
                shown.add(String.join(" | ", cells));
            }
        }
        return shown;
    }

    private static void send(String path, String type, int status, String body) throws Exception {
        HttpResponse<String> answer = humdash.post("/api/v1/" + path, type, body, humdash.administratorKey());
        assertEquals(status, answer.statusCode(), answer.body());
    }
}
