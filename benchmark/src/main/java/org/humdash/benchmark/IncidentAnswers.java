package org.humdash.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers about incidents that are to take the same time however many incidents there are. */
final class IncidentAnswers {

    private static final Repeated ASKED = new Repeated(5, 21);

    private static final String LEDGER = "/api/v1/ceasefires/" + IncidentSamples.CEASEFIRE + "/ledger";
    private static final String AS_OF = "asOf=" + IncidentSamples.LAST_DAY;

    /** A page of {@value} days holds all the samples are of. */
    private static final int ALL_DAYS = 1000;

    private static final Map<String, String> PATHS = paths();

    /** What a refresh of the gauges reads that goes by days; the rest of it has a row for each type, area and grade. */
    private static final String GAUGES = "select ceasefire, status, count(*) from reporting.ledger_day group by 1, 2";

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
        medians.put("metrics, scraped", ASKED.median(service::metrics));
        medians.put("metrics, refreshed", refresh());
        return medians;
    }

    private double refresh() throws IOException, SQLException, InterruptedException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(GAUGES)) {
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
        paths.put("counts by day, type and area, a page", LEDGER + "/counts?by=day,type,area&" + AS_OF);
        return paths;
    }
}
