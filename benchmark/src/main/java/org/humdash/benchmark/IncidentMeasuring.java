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
import java.util.Map;

/** Everything that is promised about the speed of incident-service, one after the other and never two at once. */
final class IncidentMeasuring implements Measuring {

    private static final Goal IMPORT = Goal.atLeast(0.25);
    private static final Goal EXPORT = Goal.atLeast(0.5);
    private static final Goal GROWTH = Goal.atMost(1.5);

    private static final int WARM_UP = 20_000;
    private static final int EXPORTS = 3;
    private static final double MEGABYTE = 1 << 20;
    private static final double MOST_HEAP_FOR_AN_EXPORT = 64;

    private final Path folder;
    private final ServiceDatabase database;
    private final RunningService service;
    private final IncidentLoad load;
    private final IncidentLimits limits;
    private final IncidentFiles files = new IncidentFiles();
    private final List<Measurement> measurements = new ArrayList<>();

    IncidentMeasuring(Path folder, ServiceDatabase database, RunningService service) {
        this.folder = folder;
        this.database = database;
        this.service = service;
        this.load = new IncidentLoad(folder, database);
        this.limits = new IncidentLimits(database);
    }

    @Override
    public List<Measurement> run(Arguments arguments) throws IOException, SQLException, InterruptedException {
        try (Connection connection = database.connect()) {
            IncidentReference.add(connection);
        }
        transfer(arguments.transferred());
        Map<String, Double> few = answers(arguments.few());
        Map<String, Double> many = answers(arguments.many());
        many.forEach((name, millis) -> measurements.add(new Measurement(
                name + ", " + Measuring.number(arguments.many()) + " to " + Measuring.number(arguments.few()),
                millis,
                few.get(name),
                "ms",
                GROWTH)));
        Measuring.say("Pages of " + Measuring.number(arguments.many()) + " incidents");
        measurements.addAll(new IncidentPages(database, service).measure(Measuring.number(arguments.many())));
        System.out.print(diskUse());
        return measurements;
    }

    /**
     * The import, with its limit before and after it because what else the machine does may change meanwhile, and the export
     * of what was imported.
     */
    private void transfer(long rows) throws IOException, SQLException, InterruptedException {
        Path file = folder.resolve("import.csv");
        Measuring.say(Measuring.number(rows) + " incidents are loaded by COPY");
        double before = load.run(rows);
        Import ours = new Import(database, service, Tables.INCIDENTS, "/api/v1/incidents/imports");
        files.writeImport(file, WARM_UP);
        ours.run(file, WARM_UP);
        Measuring.say(Measuring.number(rows) + " incidents are imported");
        files.writeImport(file, rows);
        double rate = ours.run(file, rows);
        Files.delete(file);
        exporting(rows);
        Measuring.say(Measuring.number(rows) + " incidents are loaded by COPY again");
        double limit = Repeated.median(before, load.run(rows));
        measurements.addFirst(new Measurement("import of " + Measuring.number(rows), rate, limit, "rows/s", IMPORT));
    }

    /** In turns, so that whatever else the machine does meets both. */
    private void exporting(long rows) throws IOException, SQLException, InterruptedException {
        Measuring.say(Measuring.number(rows) + " incidents are exported");
        database.vacuum();
        long readable = readable();
        IncidentExport export = new IncidentExport(service);
        export.run(readable);
        double[] ours = new double[EXPORTS];
        double[] limit = new double[EXPORTS];
        for (int i = 0; i < EXPORTS; i++) {
            limit[i] = limits.export(readable);
            ours[i] = export.run(readable);
        }
        measurements.add(new Measurement(
                "CSV export of " + Measuring.number(rows),
                Repeated.median(ours),
                Repeated.median(limit),
                "rows/s",
                EXPORT));
        LiveHeap heap = new LiveHeap(service.pid());
        double idle = heap.bytes();
        double more = (heap.during(() -> export.run(readable)) - idle) / MEGABYTE;
        measurements.add(new Measurement(
                "heap of the export, beyond idle", more, MOST_HEAP_FOR_AN_EXPORT, "MB", Goal.atMost(1)));
    }

    private Map<String, Double> answers(long rows) throws IOException, SQLException, InterruptedException {
        Measuring.say("Answers about " + Measuring.number(rows) + " incidents");
        load.runWithRollups(rows);
        return new IncidentAnswers(database, service).median();
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

    private String diskUse() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            return DiskUse.of(Tables.INCIDENTS, statement);
        }
    }
}
