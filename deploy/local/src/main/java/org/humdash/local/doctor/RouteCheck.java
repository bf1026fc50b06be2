package org.humdash.local.doctor;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether the gateway reaches both services, by asking it for what each of them answers to everybody. */
final class RouteCheck implements Check {

    private static final String NAME = "route";
    private static final Map<String, String> PATHS = paths();

    private final URI gateway;
    private final Web web;

    RouteCheck(URI gateway, Web web) {
        this.gateway = gateway;
        this.web = web;
    }

    private static Map<String, String> paths() {
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("incident-service", "/api/v1/violation-types");
        paths.put("humanitarian-service", "/api/v1/indicators?limit=1");
        return paths;
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, String> path : PATHS.entrySet()) {
            String subject = "gateway to " + path.getKey();
            try {
                int status = web.get(gateway, path.getValue()).status();
                findings.add(
                        status == 200
                                ? Finding.ok(NAME, subject, "answers")
                                : Finding.problem(
                                        NAME,
                                        subject,
                                        path.getValue() + " answers " + status,
                                        status == 429
                                                ? "the limit of this address is used up: ask again in a minute"
                                                : "see that the service is ready, and that the gateway is told where it is"));
            } catch (IOException e) {
                findings.add(Finding.problem(
                        NAME,
                        subject,
                        "the gateway does not answer at " + gateway,
                        "start it, or see what stands between: balancer, certificate, firewall"));
            }
        }
        return findings;
    }
}
