package org.humdash.local.doctor;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whether the programs are of one version, and their clocks and that of this machine agree. */
final class ProgramCheck implements Check {

    private static final String VERSION = "version";

    private final Map<String, URI> managements;
    private final Web web;
    private final Clock clock;

    ProgramCheck(Map<String, URI> managements, Web web, Clock clock) {
        this.managements = managements;
        this.web = web;
        this.clock = clock;
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        Map<String, String> versions = new LinkedHashMap<>();
        for (Map.Entry<String, URI> program : managements.entrySet()) {
            String name = program.getKey();
            try {
                Instant asked = clock.instant();
                Web.Answer answer = web.get(program.getValue(), "/q/program");
                Instant answered = clock.instant();
                String version = answer.body().path("version").asText();
                if (answer.status() != 200 || version.isEmpty()) {
                    findings.add(Finding.warning(
                            VERSION,
                            name,
                            "does not tell its version",
                            "it is of a release before the others, or something else listens there: upgrade it"));
                    continue;
                }
                versions.put(name, version);
                findings.add(Skew.of(
                        name, asked, Instant.parse(answer.body().path("now").asText()), answered));
            } catch (IOException e) {
                // ReadyCheck says that it does not answer.
            } catch (DateTimeException e) {
                findings.add(Finding.warning(Skew.NAME, name, "tells no time that can be read", "upgrade it"));
            }
        }
        findings.addAll(agreement(versions));
        return findings;
    }

    private static List<Finding> agreement(Map<String, String> versions) {
        Set<String> different = new TreeSet<>(versions.values());
        if (different.size() > 1) {
            return List.of(Finding.problem(
                    VERSION,
                    "all programs",
                    "are not of one version: " + versions,
                    "finish the upgrade: for a moment two versions may run, for longer nobody tests it"));
        }
        return different.isEmpty()
                ? List.of()
                : List.of(Finding.ok(
                        VERSION,
                        String.join(", ", versions.keySet()),
                        "all of version " + different.iterator().next()));
    }
}
