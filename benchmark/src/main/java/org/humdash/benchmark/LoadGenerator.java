package org.humdash.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the same thing as often as it can over connections that stay open, by the program wrk. */
final class LoadGenerator {

    static final String PROGRAM = "wrk";

    static final int CONNECTIONS = 64;

    private static final Pattern RATE = Pattern.compile("(?m)^Requests/sec:\\s+([\\d.]+)$");
    private static final Pattern SLOWEST = Pattern.compile("(?m)^\\s+99%\\s+([\\d.]+)(us|ms|s|m)\\s*$");
    private static final Pattern FAILED = Pattern.compile("(?m)^\\s*(Socket errors|Non-2xx or 3xx responses):.*$");

    private static final Map<String, Double> MILLIS = Map.of("us", 0.001, "ms", 1.0, "s", 1_000.0, "m", 60_000.0);

    private final int seconds;

    LoadGenerator(int seconds) {
        this.seconds = seconds;
    }

    /**
     * What came of it.
     *
     * @param rate answers a second
     * @param p99 the time in milliseconds that 99 of 100 answers took at most
     */
    record Load(double rate, double p99) {

        /** @throws IllegalStateException if something was not answered as it should be */
        static Load of(String report) {
            Matcher failed = FAILED.matcher(report);
            if (failed.find()) {
                throw new IllegalStateException(failed.group().strip());
            }
            Matcher rate = RATE.matcher(report);
            Matcher slowest = SLOWEST.matcher(report);
            if (!rate.find() || !slowest.find()) {
                throw new IllegalStateException("wrk says something else than expected: " + report);
            }
            return new Load(
                    Double.parseDouble(rate.group(1)),
                    Double.parseDouble(slowest.group(1)) * MILLIS.get(slowest.group(2)));
        }
    }

    Load run(URI uri, Map<String, String> headers) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Tool.require(PROGRAM),
                "-t1",
                "-c" + CONNECTIONS,
                "-d" + seconds + "s",
                "--latency",
                "--timeout",
                "30s"));
        headers.forEach((name, value) -> command.addAll(List.of("-H", name + ": " + value)));
        command.add(uri.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("wrk failed: " + report);
        }
        try {
            return Load.of(report);
        } catch (IllegalStateException e) {
            throw new IllegalStateException(uri + ": " + e.getMessage(), e);
        }
    }
}
