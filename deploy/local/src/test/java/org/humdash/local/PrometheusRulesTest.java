package org.humdash.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Prometheus' own tool on our scrape configuration, our rules, and the tests of each rule. */
class PrometheusRulesTest {

    private static final Path PROMETHEUS =
            Path.of("..", "prometheus").toAbsolutePath().normalize();
    private static final Path RUNBOOKS =
            Path.of("..", "runbooks").toAbsolutePath().normalize();

    @Test
    void theConfigurationHolds() throws Exception {
        promtool("check", "config", "prometheus.yml");
    }

    @Test
    void theRulesHaveNothingToComplainAbout() throws Exception {
        List<String> arguments = new ArrayList<>(List.of("check", "rules", "--lint=all", "--lint-fatal"));
        arguments.addAll(files("rules"));
        promtool(arguments.toArray(String[]::new));
    }

    @Test
    void theRulesFireWhenTheyShouldAndNotOtherwise() throws Exception {
        List<String> arguments = new ArrayList<>(List.of("test", "rules"));
        arguments.addAll(files("tests"));
        promtool(arguments.toArray(String[]::new));
    }

    @Test
    void everyAlertHasATestAndARunbookOfItsName() throws Exception {
        StringBuilder tests = new StringBuilder();
        for (String file : files("tests")) {
            tests.append(Files.readString(PROMETHEUS.resolve(file)));
        }
        int alerts = 0;
        for (String file : files("rules")) {
            Matcher alert = Pattern.compile("alert: (\\w+)").matcher(Files.readString(PROMETHEUS.resolve(file)));
            while (alert.find()) {
                alerts++;
                String name = alert.group(1);
                assertTrue(Files.exists(RUNBOOKS.resolve(name + ".md")), "no runbook of " + name);
                assertTrue(tests.toString().contains("alertname: " + name), "no test of " + name);
            }
        }
        assertTrue(alerts > 0);
    }

    private static List<String> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(PROMETHEUS.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".yml"))
                    .map(file -> PROMETHEUS.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static void promtool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        Process promtool;
        try {
            promtool = new ProcessBuilder(command)
                    .directory(PROMETHEUS.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "NOT TESTED: there is no promtool on the PATH; it comes with the package prometheus");
            return;
        }
        String output = new String(promtool.getInputStream().readAllBytes());
        assertEquals(0, promtool.waitFor(), output);
    }
}
