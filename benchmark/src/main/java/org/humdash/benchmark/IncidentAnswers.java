package org.humdash.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Answers about incidents that are to take the same time however many incidents there are. */
final class IncidentAnswers {

    private static final Repeated ASKED = new Repeated(60, 41);

    private static final String LEDGER = "/api/v1/ceasefires/" + IncidentSamples.CEASEFIRE + "/ledger";
    private static final String AS_OF = "asOf=" + IncidentSamples.LAST_DAY;

    /** A page of {@value} days holds all the samples are of. */
    private static final int ALL_DAYS = 1000;

    private static final Map<String, String> PATHS = paths();

    /** How many incidents of a type began on a day in an area; the more incidents, the more of these are not nothing. */
    private static final String CELLS = LEDGER + "/counts?by=day,type,area&" + AS_OF;

    private static final Pattern CELL = Pattern.compile("\"area\":[\"n]");
    private static final double THOUSAND = 1_000;

    /** What a refresh of the gauges reads that goes by days; the rest of it has a row for each type, area and grade. */
    private static final String GAUGES = "select * from reporting.ledger_day order by ceasefire, day";

    /** What it reads of two weeks, by type. */
    private static final String WEEKS = """
            select r.ceasefire, sum(r.incidents) from incident_type_rollup r
            where r.superseded_at is null and r.clearance = 'PARTNER' and r.adm1 = '*' and r.adm2 = '*'
                and r.occurred_from between date '%1$s' - 14 and date '%1$s' - 1
            group by 1""".formatted(IncidentSamples.LAST_DAY);

    /** What it reads of the change feed. */
    private static final String NEWEST = """
            select max(recorded_at) from incident where superseded_at is null and duplicate_of is null
                and status = 'PUBLISHED' and sensitivity = 'LOW'""";

    private final ServiceDatabase database;
    private final RunningService service;

    IncidentAnswers(ServiceDatabase database, RunningService service) {
        this.database = database;
        this.service = service;
    }

    /** The median time of each, in milliseconds. */
    Map<String, Double> median() throws IOException, SQLException, InterruptedException {
        Map<String, Double> medians = new LinkedHashMap<>();
        for (var path : PATHS.entrySet()) {
            medians.put(path.getKey(), ASKED.median(() -> service.get(path.getValue())));
        }
        medians.put(
                "a thousand counts by day, type and area", ASKED.median(() -> service.get(CELLS)) / thousands(CELLS));
        medians.put("metrics, scraped", ASKED.median(service::metrics));
        medians.put("metrics, refreshed", refresh(GAUGES));
        medians.put("metrics, two weeks refreshed", refresh(WEEKS));
        medians.put("metrics, newest change refreshed", refresh(NEWEST));
        return medians;
    }

    private double thousands(String path) throws IOException, InterruptedException {
        return CELL.matcher(service.get(path)).results().count() / THOUSAND;
    }

    private double refresh(String sql) throws IOException, SQLException, InterruptedException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return ASKED.median(statement::executeQuery);
        }
    }

    private static Map<String, String> paths() {
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("ledger summary", LEDGER + "?" + AS_OF);
        paths.put("ledger summary of an area", LEDGER + "?area=PS0255&" + AS_OF);
        paths.put("ledger days, all", LEDGER + "/days?" + AS_OF + "&limit=" + ALL_DAYS);
        paths.put("counts by day, all", LEDGER + "/counts?by=day&" + AS_OF + "&limit=" + ALL_DAYS);
        paths.put("counts by type", LEDGER + "/counts?by=type&" + AS_OF);
        paths.put("counts by area", LEDGER + "/counts?by=area&" + AS_OF);
        return paths;
    }
}
