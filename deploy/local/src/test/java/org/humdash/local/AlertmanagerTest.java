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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is told of an alert, asked of Alertmanager's own tool. */
class AlertmanagerTest {

    private static final Path FOLDER =
            Path.of("..", "alertmanager").toAbsolutePath().normalize();
    private static final Path RULES =
            Path.of("..", "prometheus", "rules").toAbsolutePath().normalize();
    private static final Pattern ALERT = Pattern.compile(
            "- alert: (\\w+)\n.*?labels:\n\\s+severity: (\\w+)\n(?:\\s+audience: (\\w+)\n)?", Pattern.DOTALL);

    @Test
    void theConfigurationHolds() throws Exception {
        amtool("check-config", "alertmanager.yml");
    }

    @ParameterizedTest
    @CsvSource({
        "staff, NewStormDeaths, info, staff",
        "staff, ClaimStale, warning, staff",
        "operators-now, ServiceDown, critical, operators",
        "operators, KeyExpires, warning, operators",
        "operators, NobodyThoughtOf, warning, ''",
        "watchdog, Watchdog, none, ''"
    })
    void everybodyIsToldTheirOwn(String receiver, String alert, String severity, String audience) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("config", "routes", "test", "--config.file=alertmanager.yml"));
        arguments.add("alertname=" + alert);
        arguments.add("severity=" + severity);
        if (!audience.isEmpty()) {
            arguments.add("audience=" + audience);
        }
        List<String> lines = amtool(arguments.toArray(String[]::new)).lines().toList();
        assertEquals(receiver, lines.getLast());
    }

    @Test
    void everyAlertSaysForWhomItIs() throws IOException {
        int alerts = 0;
        try (Stream<Path> files = Files.list(RULES)) {
            for (Path file : files.toList()) {
                Matcher alert = ALERT.matcher(Files.readString(file));
                while (alert.find()) {
                    alerts++;
                    String audience = alert.group(3) == null ? "nobody" : alert.group(3);
                    boolean isFor = alert.group(1).equals("Watchdog") || audience.matches("staff|operators");
                    assertTrue(isFor, alert.group(1) + " is for " + audience);
                }
            }
        }
        assertEquals(26, alerts);
    }

    private static String amtool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("amtool"));
        command.addAll(List.of(arguments));
        Process amtool;
        try {
            amtool = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(
                    false,
                    "NOT TESTED: there is no amtool on the PATH; it comes with the package prometheus-alertmanager");
            return "";
        }
        String output = new String(amtool.getInputStream().readAllBytes());
        assertEquals(0, amtool.waitFor(), output);
        return output;
    }
}
