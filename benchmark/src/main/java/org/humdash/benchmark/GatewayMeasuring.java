package org.humdash.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.humdash.benchmark.LoadGenerator.Load;

/** Everything that is promised about the speed of the gateway, held against nginx and against asking a service directly. */
final class GatewayMeasuring implements Measuring {

    private static final Goal SITUATION = Goal.atLeast(0.5);
    private static final Goal SLOWEST = Goal.atMost(4);
    private static final Goal NOT_MODIFIED = Goal.atLeast(0.6);
    private static final Goal SITUATION_PAGE = Goal.atLeast(0.5);
    private static final Goal PAGE = Goal.atMost(1.3);
    private static final Goal EXPORT = Goal.atLeast(0.8);

    private static final int WARM_UP_SECONDS = 10;
    private static final int SECONDS = 4;
    private static final int ROUNDS = 5;
    private static final Repeated PAGES = new Repeated(1_500, 301);
    private static final int EXPORTS = 5;
    private static final double MEGABYTE = 1 << 20;
    private static final double MOST_HEAP_FOR_AN_EXPORT = 32;

    private static final String SITUATION_PATH = "/api/v1/situation?ceasefire=" + IncidentSamples.CEASEFIRE;
    private static final String PAGE_PATH =
            "/api/v1/incidents?ceasefire=" + IncidentSamples.CEASEFIRE + "&type=AIR_STRIKE&area=PS02&limit=100";

    private final Path folder;
    private final RunningService gateway;
    private final RunningService service;
    private final LoadGenerator load = new LoadGenerator(SECONDS);
    private final List<Measurement> measurements = new ArrayList<>();

    /** @param service the one behind the gateway that is also asked directly */
    GatewayMeasuring(Path folder, RunningService gateway, RunningService service) {
        this.folder = folder;
        this.gateway = gateway;
        this.service = service;
    }

    @Override
    public List<Measurement> run(Arguments arguments) throws IOException, SQLException, InterruptedException {
        Measuring.say("The situation is asked for over " + LoadGenerator.CONNECTIONS + " connections");
        situation();
        Measuring.say("The page for people is asked for in the same way");
        situationPage();
        Measuring.say("Pages of a hundred incidents");
        Repeated.Compared page = PAGES.inTurns(() -> gateway.get(PAGE_PATH), () -> service.get(PAGE_PATH));
        measurements.add(new Measurement("page of a hundred, to the service", page.ours(), page.limit(), "ms", PAGE));
        Measuring.say(Measuring.number(arguments.transferred()) + " incidents are exported");
        export(Measuring.number(arguments.transferred()));
        return measurements;
    }

    private void situation() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = gateway.answer(SITUATION_PATH);
        try (Nginx nginx = Nginx.serving(folder, answer.body(), answer.headers())) {
            URI ours = gateway.uri(SITUATION_PATH);
            new LoadGenerator(WARM_UP_SECONDS).run(ours, Map.of());
            Loads whole = inTurns(ours, Map.of(), nginx.uri(), Map.of());
            measurements.add(
                    new Measurement("unchanged situation", whole.ourRate(), whole.limitRate(), "answers/s", SITUATION));
            measurements.add(new Measurement(
                    "its slowest of a hundred", whole.ourSlowest(), whole.limitSlowest(), "ms", SLOWEST));
            notModified(ours, nginx.uri());
        }
    }

    private void notModified(URI ours, URI limit) throws IOException, InterruptedException {
        Map<String, String> ourTag = Map.of("If-None-Match", Conditional.tag(ours));
        Map<String, String> limitTag = Map.of("If-None-Match", Conditional.tag(limit));
        Loads loads = inTurns(ours, ourTag, limit, limitTag);
        measurements.add(new Measurement(
                "situation not modified (304)", loads.ourRate(), loads.limitRate(), "answers/s", NOT_MODIFIED));
    }

    /** As a browser asks for it: compressed. */
    private void situationPage() throws IOException, InterruptedException {
        Map<String, String> accepted = Map.of("Accept-Encoding", SituationPage.ENCODINGS);
        HttpResponse<byte[]> answer = gateway.answer(SituationPage.PATH, accepted);
        if (!answer.headers().allValues("Content-Encoding").equals(List.of("gzip"))) {
            throw new IllegalStateException("The page is not answered compressed: " + answer.headers());
        }
        URI ours = gateway.uri(SituationPage.PATH);
        try (Nginx nginx = Nginx.serving(folder.resolve("page"), answer.body(), answer.headers())) {
            new LoadGenerator(WARM_UP_SECONDS).run(ours, accepted);
            Loads loads = inTurns(ours, accepted, nginx.uri(), accepted);
            measurements.add(new Measurement(
                    "situation page, cached, %,d KB".formatted(answer.body().length >> 10),
                    loads.ourRate(),
                    loads.limitRate(),
                    "answers/s",
                    SITUATION_PAGE));
        }
        new SituationPage(folder).firstPaint(ours).ifPresent(measurements::add);
    }

    private record Loads(double ourRate, double ourSlowest, double limitRate, double limitSlowest) {}

    /** In turns, so that whatever else the machine does meets both. */
    private Loads inTurns(URI ours, Map<String, String> ourHeaders, URI limit, Map<String, String> limitHeaders)
            throws IOException, InterruptedException {
        List<Load> of = new ArrayList<>();
        List<Load> than = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            of.add(load.run(ours, ourHeaders));
            than.add(load.run(limit, limitHeaders));
        }
        return new Loads(
                Repeated.median(of.stream().mapToDouble(Load::rate).toArray()),
                Repeated.median(of.stream().mapToDouble(Load::p99).toArray()),
                Repeated.median(than.stream().mapToDouble(Load::rate).toArray()),
                Repeated.median(than.stream().mapToDouble(Load::p99).toArray()));
    }

    private void export(String size) throws IOException, InterruptedException {
        IncidentExport through = new IncidentExport(gateway);
        IncidentExport direct = new IncidentExport(service);
        long rows = direct.rows();
        through.run(rows);
        double[] ours = new double[EXPORTS];
        double[] limit = new double[EXPORTS];
        for (int i = 0; i < EXPORTS; i++) {
            ours[i] = through.run(rows);
            limit[i] = direct.run(rows);
        }
        measurements.add(new Measurement(
                "CSV export of " + size + ", to the service",
                Repeated.median(ours),
                Repeated.median(limit),
                "rows/s",
                EXPORT));
        LiveHeap heap = new LiveHeap(gateway.pid());
        double idle = heap.bytes();
        double more = (heap.during(() -> through.run(rows)) - idle) / MEGABYTE;
        measurements.add(new Measurement(
                "heap of the gateway while it passes", more, MOST_HEAP_FOR_AN_EXPORT, "MB", Goal.atMost(1)));
    }
}
