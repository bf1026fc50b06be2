package org.humdash.local.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether each program answers and says that it is ready. */
final class ReadyCheck implements Check {

    private static final String NAME = "ready";

    private final Map<String, URI> managements;
    private final Web web;

    ReadyCheck(Map<String, URI> managements, Web web) {
        this.managements = managements;
        this.web = web;
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        if (managements.isEmpty()) {
            return List.of(Finding.problem(
                    NAME,
                    "programs",
                    "none is known to run",
                    "start them with ./humdash up, or name their management ports with --management"));
        }
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, URI> program : managements.entrySet()) {
            findings.add(of(program.getKey(), program.getValue()));
        }
        return findings;
    }

    private Finding of(String program, URI management) throws InterruptedException {
        try {
            Web.Answer answer = web.get(management, "/q/health/ready");
            if (answer.status() == 200) {
                return Finding.ok(NAME, program, "ready");
            }
            List<String> down = new ArrayList<>();
            for (JsonNode check : answer.body().path("checks")) {
                if (!"UP".equals(check.path("status").asText())) {
                    down.add(check.path("name").asText());
                }
            }
            return Finding.problem(
                    NAME,
                    program,
                    "answers " + answer.status() + (down.isEmpty() ? "" : ", not ready: " + String.join(", ", down)),
                    "look at its log; if it names the database, see the lines about databases here");
        } catch (IOException e) {
            return Finding.problem(
                    NAME,
                    program,
                    "does not answer at " + management,
                    "start it, or look at the end of its log for why it ended");
        }
    }
}
