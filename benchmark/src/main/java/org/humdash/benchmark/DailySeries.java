package org.humdash.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** The daily figures of one source in ten years: our answer, and the bare statement for the same rows. */
final class DailySeries {

    /** As many before as for the pages of incidents: Java has translated by then what makes the answer. */
    private static final Repeated ASKED = new Repeated(500, 101);

    private static final String PATH = "/api/v1/indicators/" + ObservationSamples.DAILY_INDICATOR + "/series?area="
            + ObservationSamples.DAILY_AREA + "&source=" + ObservationSamples.DAILY_SOURCE + "&from="
            + ObservationSamples.FIRST_DAILY + "&to=" + ObservationSamples.LAST_DAY + "&asOf="
            + ObservationSamples.LAST_DAY;

    private static final Pattern FIGURE = Pattern.compile("\"qualifier\":\"EXACT\"");

    private static final String ROWS = """
            select o.* from observation o
            where o.area = ? and o.indicator = ? and o.originator = ? and o.superseded_at is null and o.sensitivity <> 'SEVERE'
            order by o.valid_to""";

    private final ServiceDatabase database;
    private final RunningService service;

    DailySeries(ServiceDatabase database, RunningService service) {
        this.database = database;
        this.service = service;
    }

    Measurement measure(String size) throws IOException, SQLException, InterruptedException {
        long points = FIGURE.matcher(service.get(PATH)).results().count();
        // The newest one is told once more by itself, and so are those that it is held against.
        if (points < ObservationSamples.DAILY) {
            throw new IOException("The series has " + points + " figures instead of " + ObservationSamples.DAILY);
        }
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(ROWS)) {
            statement.setString(1, ObservationSamples.DAILY_AREA);
            statement.setString(2, ObservationSamples.DAILY_INDICATOR);
            statement.setString(3, ObservationSamples.DAILY_SOURCE);
            if (BareRows.read(statement).size() != ObservationSamples.DAILY) {
                throw new IllegalStateException("There are not " + ObservationSamples.DAILY + " rows of the series");
            }
            Repeated.Compared median = ASKED.inTurns(() -> service.get(PATH), () -> BareRows.read(statement));
            return new Measurement(
                    "ten years of days, among " + size + ", to bare SQL",
                    median.ours(),
                    median.limit(),
                    "ms",
                    Goal.atMost(2));
        }
    }
}
