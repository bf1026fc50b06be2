package org.humdash.local.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.humdash.local.e2e.RunningHumdash.Running;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * The scrapes of the three services as they run: what Prometheus' own tool says of them, how many series each meter may have,
 * and how large they are.
 */
class MetersIT {

    private static final Path PAGE = RunningHumdash.PROJECT.resolve("docs/metrics.md");

    private static final List<String> SERVICES = List.of("incident-service", "humanitarian-service", "gateway");

    /** Whose names are not ours to choose, by how they begin. */
    private static final List<String> FRAMEWORK =
            List.of("agroal_", "http_", "jvm_", "process_", "system_", "worker_", "disk_", "netty_", "hikaricp_");

    /**
     * Where the values of a label are recorded that has as many as there are records; none comes from what is asked. What is
     * recorded is checked against these when it is entered.
     */
    private static final Map<String, Map<String, String>> RECORDED = Map.of(
            "incident-service",
            Map.of(
                    "ceasefire", "select distinct code from ceasefire",
                    "source", "select distinct code from source",
                    "originator", "select distinct code from source",
                    "commitment", "select distinct code from commitment",
                    "unit", "select distinct unit from commitment",
                    "area", "select pcode from area union select 'unknown'"),
            "humanitarian-service",
            Map.of(
                    "indicator", "select distinct code from indicator",
                    "definition", "select distinct definition from observation_series",
                    "originator", "select distinct originator from observation_series",
                    "area", "select distinct area from observation_series",
                    "pull", "select code from pull"),
            "gateway",
            Map.of());

    private static Running humdash;

    @BeforeAll
    static void start() throws Exception {
        humdash = Running.start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (humdash != null) {
            humdash.close();
        }
    }

    private static String scrape(String service) throws IOException, InterruptedException {
        String address = Map.of(
                        "incident-service", "incidentServiceManagement",
                        "humanitarian-service", "humanitarianServiceManagement",
                        "gateway", "gatewayManagement")
                .get(service);
        HttpResponse<String> scraped = humdash.getUrl(humdash.address(address) + "/q/metrics");
        assertEquals(200, scraped.statusCode());
        return scraped.body();
    }
}
