package org.humdash.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** How soon somebody sees something of the page for people. */
final class SituationPage {

    /** As a reader's browser asks for it first. */
    static final String PATH = "/?ceasefire=" + IncidentSamples.CEASEFIRE;

    /** What a browser accepts. */
    static final String ENCODINGS = "gzip, deflate, br, zstd";

    private static final int LOADS = 10;
    private static final double MOST_MILLIS = 1_000;

    private final Path folder;

    SituationPage(Path folder) {
        this.folder = folder;
    }

    /** Empty, and said so, where there is no browser. */
    Optional<Measurement> firstPaint(URI page) throws IOException, InterruptedException {
        Optional<Path> program = Chromium.program();
        if (program.isEmpty()) {
            Measuring.say("NOT MEASURED: first contentful paint, for there is no Chromium (Debian's package chromium)");
            return Optional.empty();
        }
        Measuring.say("The page is opened %d times in Chromium, %d times slower than this machine"
                .formatted(LOADS, Chromium.SLOWER));
        double[] millis = new double[LOADS];
        try (Chromium chromium = Chromium.start(program.get(), folder)) {
            // The first start of everything in the browser is not about the page.
            chromium.firstPaint(page);
            for (int load = 0; load < LOADS; load++) {
                millis[load] = chromium.firstPaint(page);
            }
        }
        return Optional.of(new Measurement(
                "first contentful paint, %dx slower".formatted(Chromium.SLOWER),
                Repeated.median(millis),
                MOST_MILLIS,
                "ms",
                Goal.atMost(1)));
    }
}
