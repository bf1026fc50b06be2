package org.humdash.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything that is promised about the speed of humanitarian-service, one after the other and never two at once. */
final class HumanitarianMeasuring implements Measuring {

    private static final Goal IMPORT = Goal.atLeast(0.25);
    private static final Goal GROWTH = Goal.atMost(1.5);

    private static final int WARM_UP = 20_000;

    /** Enough for a second or more; a longer file only takes longer. */
    private static final long MOST_READ = 300_000;

    private final Path folder;
    private final ServiceDatabase database;
    private final RunningService service;
    private final ObservationLoad load;
    private final ObservationFiles files = new ObservationFiles();

    HumanitarianMeasuring(Path folder, ServiceDatabase database, RunningService service) {
        this.folder = folder;
        this.database = database;
        this.service = service;
        this.load = new ObservationLoad(folder, database);
    }

    @Override
    public List<Measurement> run(Arguments arguments) throws IOException, SQLException, InterruptedException {
        try (Connection connection = database.connect()) {
            ObservationReference.addSources(connection);
        }
        List<Measurement> measurements = new ArrayList<>();
        measurements.add(transfer(arguments.transferred()));
        Measuring.say("Files are read");
        measurements.addAll(new FileReading(folder).measure(Math.min(arguments.transferred(), MOST_READ)));
        Map<String, Double> few = answers(arguments.few());
        Map<String, Double> many = answers(arguments.many());
        many.forEach((name, millis) -> measurements.add(new Measurement(
                name + ", " + Measuring.number(arguments.many()) + " to " + Measuring.number(arguments.few()),
                millis,
                few.get(name),
                "ms",
                GROWTH)));
        Measuring.say("A series among " + Measuring.number(arguments.many()) + " observations");
        measurements.add(new DailySeries(database, service).measure(Measuring.number(arguments.many())));
        System.out.print(diskUse());
        return measurements;
    }

    /** The import, with its limit before and after it because what else the machine does may change meanwhile. */
    private Measurement transfer(long rows) throws IOException, SQLException, InterruptedException {
        Path file = folder.resolve("import.csv");
        Measuring.say(Measuring.number(rows) + " observations are loaded by COPY");
        double before = load.run(rows);
        Import ours = new Import(database, service, Tables.OBSERVATIONS, "/api/v1/observations/imports");
        files.writeCsv(file, WARM_UP);
        ours.run(file, WARM_UP);
        Measuring.say(Measuring.number(rows) + " observations are imported");
        files.writeCsv(file, rows);
        double rate = ours.run(file, rows);
        Files.delete(file);
        Measuring.say(Measuring.number(rows) + " observations are loaded by COPY again");
        double limit = Repeated.median(before, load.run(rows));
        return new Measurement("import of " + Measuring.number(rows), rate, limit, "rows/s", IMPORT);
    }

    private Map<String, Double> answers(long rows) throws IOException, SQLException, InterruptedException {
        Measuring.say("Answers about " + Measuring.number(rows) + " observations");
        load.runWithSeries(rows);
        return new HeadlineAnswers(database, service).median();
    }

    private String diskUse() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            return DiskUse.of(Tables.OBSERVATIONS, statement);
        }
    }
}
