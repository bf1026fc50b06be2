package org.humdash.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What stands for all indicators, which is to take the same time however many observations there are. */
final class HeadlineAnswers {

    private static final Repeated ASKED = new Repeated(200, 31);

    private static final String AS_OF = "&asOf=" + ObservationSamples.LAST_DAY;

    private final ServiceDatabase database;
    private final RunningService service;

    HeadlineAnswers(ServiceDatabase database, RunningService service) {
        this.database = database;
        this.service = service;
    }

    /** The median time of each, in milliseconds. */
    Map<String, Double> median() throws IOException, SQLException, InterruptedException {
        Map<String, Double> medians = new LinkedHashMap<>();
        medians.put("headlines of an area", ASKED.median(() -> service.get("/api/v1/headlines?area=PS02" + AS_OF)));
        medians.put(
                "headlines of all areas",
                ASKED.median(() -> service.get("/api/v1/headlines?area=PS&children=true" + AS_OF)));
        medians.put("view of the headlines", view("select * from reporting.headline"));
        medians.put("view of the latest by area", view("select * from reporting.latest_observation"));
        return medians;
    }

    /** As Grafana reads it. */
    private double view(String sql) throws IOException, SQLException, InterruptedException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return ASKED.median(() -> BareRows.read(statement));
        }
    }
}
