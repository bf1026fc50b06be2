package org.humdash.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One run: everything that is promised about speed, one after the other and never two at once. */
final class Measuring {

    private static final Goal IMPORT = Goal.atLeast(0.25);
    private static final Goal EXPORT = Goal.atLeast(0.5);
    private static final Goal GROWTH = Goal.atMost(1.5);

    private static final int WARM_UP = 20_000;
    private static final int EXPORTS = 3;
    private static final double MEGABYTE = 1 << 20;
    private static final double MOST_HEAP_FOR_AN_EXPORT = 64;

    private final Path folder;
    private final IncidentDatabase database;
    private final RunningService service;
    private final Limits limits;
    private final SampleFiles files = new SampleFiles();
    private final List<Measurement> measurements = new ArrayList<>();

    Measuring(Path folder, IncidentDatabase database, RunningService service) {
        this.folder = folder;
        this.database = database;
        this.service = service;
        this.limits = new Limits(database);
    }

    List<Measurement> run(Arguments arguments) throws IOException, SQLException, InterruptedException {
        transfer(arguments.transferred());
        Map<String, Double> few = answers(arguments.few());
        Map<String, Double> many = answers(arguments.many());
        many.forEach((name, millis) -> measurements.add(new Measurement(
                name + ", " + number(arguments.many()) + " to " + number(arguments.few()),
                millis,
                few.get(name),
                "ms",
                GROWTH)));
        say("Pages of " + number(arguments.many()) + " incidents");
        measurements.addAll(new Pages(database, service).measure(number(arguments.many())));
        return measurements;
    }

    /**
     * The import, with its limit before and after it because what else the machine does may change meanwhile, and the export
     * of what was imported.
     */
    private void transfer(long rows) throws IOException, SQLException, InterruptedException {
        Path file = folder.resolve("import.csv");
        say(number(rows) + " incidents are loaded by COPY");
        double before = load(rows);
        Import ours = new Import(database, service);
        files.writeImport(file, WARM_UP);
        ours.run(file, WARM_UP);
        say(number(rows) + " incidents are imported");
        files.writeImport(file, rows);
        double rate = ours.run(file, rows);
        Files.delete(file);
        exporting(rows);
        say(number(rows) + " incidents are loaded by COPY again");
        double limit = Repeated.median(before, load(rows));
        measurements.addFirst(new Measurement("import of " + number(rows), rate, limit, "rows/s", IMPORT));
    }

    /** In turns, so that whatever else the machine does meets both. */
    private void exporting(long rows) throws IOException, SQLException, InterruptedException {
        say(number(rows) + " incidents are exported");
        vacuum();
        long readable = readable();
        Export export = new Export(service);
        export.run(readable);
        double[] ours = new double[EXPORTS];
        double[] limit = new double[EXPORTS];
        for (int i = 0; i < EXPORTS; i++) {
            limit[i] = limits.export(readable);
            ours[i] = export.run(readable);
        }
        measurements.add(new Measurement(
                "CSV export of " + number(rows), Repeated.median(ours), Repeated.median(limit), "rows/s", EXPORT));
        LiveHeap heap = new LiveHeap(service.pid());
        double idle = heap.bytes();
        double more = (heap.during(() -> export.run(readable)) - idle) / MEGABYTE;
        measurements.add(new Measurement(
                "heap of the export, beyond idle", more, MOST_HEAP_FOR_AN_EXPORT, "MB", Goal.atMost(1)));
    }

    private Map<String, Double> answers(long rows) throws IOException, SQLException, InterruptedException {
        say("Answers about " + number(rows) + " incidents");
        load(rows);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            RollupFilling.fill(statement);
        }
        vacuum();
        return new Answers(database, service).median();
    }

    private void vacuum() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    private double load(long rows) throws IOException, SQLException {
        Path incidents = folder.resolve("incident.csv");
        Path reports = folder.resolve("incident-report.csv");
        files.writeIncidents(incidents, rows);
        files.writeReports(reports, rows);
        double rate = limits.load(incidents, reports, rows);
        Files.delete(incidents);
        Files.delete(reports);
        return rate;
    }

    /** What is severe leaves the service to nobody. */
    private long readable() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from incident where sensitivity <> 'SEVERE'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static void say(String what) {
        System.err.println(what);
    }
}
