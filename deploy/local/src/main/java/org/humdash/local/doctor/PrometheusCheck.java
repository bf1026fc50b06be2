package org.humdash.local.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether Prometheus reaches what it should, evaluates the rules, and what it complains about. */
final class PrometheusCheck implements Check {

    private static final String NAME = "prometheus";
    private static final String WATCHDOG = "Watchdog";

    private final URI prometheus;
    private final Set<String> programs;
    private final Web web;

    PrometheusCheck(URI prometheus, Set<String> programs, Web web) {
        this.prometheus = prometheus;
        this.programs = programs;
        this.web = web;
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        try {
            List<Finding> findings = new ArrayList<>(targets());
            findings.addAll(alerts());
            return findings;
        } catch (IOException e) {
            return List.of(Finding.problem(
                    NAME,
                    "Prometheus",
                    "does not answer at " + prometheus,
                    "start it: without it nobody is told of anything, and dashboards have no metrics"));
        }
    }

    private List<Finding> targets() throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        Set<String> missing = new TreeSet<>(programs);
        for (JsonNode target :
                web.get(prometheus, "/api/v1/targets?state=active").body().at("/data/activeTargets")) {
            String job = target.at("/labels/job").asText();
            missing.remove(job);
            String subject = job + " at " + target.at("/labels/instance").asText();
            findings.add(
                    switch (target.path("health").asText()) {
                        case "up" -> Finding.ok(NAME, subject, "is scraped");
                        case "unknown" ->
                            Finding.warning(NAME, subject, "was not scraped yet", "ask again in half a minute");
                        default ->
                            Finding.problem(
                                    NAME,
                                    subject,
                                    "is not scraped: "
                                            + target.path("lastError").asText(),
                                    "see that the program is ready and that Prometheus may reach its management port");
                    });
        }
        for (String job : missing) {
            findings.add(Finding.problem(
                    NAME, job, "is no target of Prometheus", "give it the scrape configuration of deploy/prometheus"));
        }
        return findings;
    }

    private List<Finding> alerts() throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        boolean watched = false;
        for (JsonNode alert : web.get(prometheus, "/api/v1/alerts").body().at("/data/alerts")) {
            String name = alert.at("/labels/alertname").asText();
            boolean fires = "firing".equals(alert.path("state").asText());
            if (name.equals(WATCHDOG)) {
                watched |= fires;
            } else if (fires && !"info".equals(alert.at("/labels/severity").asText())) {
                findings.add(Finding.warning(
                        NAME,
                        name,
                        "fires: " + alert.at("/annotations/summary").asText(),
                        "see " + alert.at("/annotations/runbook_url").asText()));
            }
        }
        findings.addFirst(
                watched
                        ? Finding.ok(NAME, WATCHDOG, "fires, as it always should")
                        : Finding.problem(
                                NAME,
                                WATCHDOG,
                                "does not fire: the rules are not evaluated",
                                "give Prometheus the rules of deploy/prometheus; if it has just started, ask again in a minute"));
        return findings;
    }
}
