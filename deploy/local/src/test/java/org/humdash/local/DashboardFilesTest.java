package org.humdash.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people who look at a dashboard rely on, whatever it is about. Its queries are asked by {@code DashboardIT}. */
class DashboardFilesTest {

    private static final Path FOLDER =
            Path.of("..", "grafana", "dashboards").toAbsolutePath().normalize();
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String MIXED = "-- Mixed --";

    /** About the programs, which belong to no ceasefire. */
    private static final String SERVICE_HEALTH = "service-health.json";

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void eachHasAnIdentifierAndATitleOfItsOwn() throws IOException {
        Map<String, String> uids = new TreeMap<>();
        Map<String, String> titles = new TreeMap<>();
        for (String file : files()) {
            uids.put(read(file).path("uid").asText(), file);
            titles.put(read(file).path("title").asText(), file);
        }
        assertEquals(files().size(), uids.size(), uids.toString());
        assertEquals(files().size(), titles.size(), titles.toString());
        assertTrue(uids.keySet().stream().allMatch(uid -> uid.startsWith("humdash-")), uids.toString());
    }

    @ParameterizedTest
    @MethodSource("files")
    void itLeadsToTheOthersAndIsChangedInItsFileOnly(String file) throws IOException {
        JsonNode dashboard = read(file);
        List<String> linked = new ArrayList<>();
        for (JsonNode link : dashboard.path("links")) {
            if (link.path("type").asText().equals("dashboards")) {
                link.path("tags").forEach(tag -> linked.add(tag.asText()));
            }
        }
        assertEquals(List.of("humdash"), linked);
        assertEquals("humdash", dashboard.at("/tags/0").asText());
        assertEquals(false, dashboard.path("editable").asBoolean(true));
        assertTrue(!dashboard.path("description").asText().isBlank());
    }

    @ParameterizedTest
    @MethodSource("files")
    void itAsksAboutACeasefireAnAreaAndWhatWasKnownWhen(String file) throws IOException {
        Set<String> names = new HashSet<>();
        read(file)
                .at("/templating/list")
                .forEach(variable -> names.add(variable.path("name").asText()));
        Set<String> asked =
                file.equals(SERVICE_HEALTH) ? Set.of("job", "route") : Set.of("ceasefire", "area", "known", "known_at");
        assertTrue(names.containsAll(asked), names.toString());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyPanelSaysWhatItShowsAndWhatNoValueIs(String file) throws IOException {
        List<String> silent = new ArrayList<>();
        for (JsonNode panel : panels(file)) {
            JsonNode defaults = panel.at("/fieldConfig/defaults");
            for (JsonNode text : List.of(
                    panel.path("title"), panel.path("description"), defaults.path("unit"), defaults.path("noValue"))) {
                if (text.asText().isBlank()) {
                    silent.add(panel.path("id") + " " + panel.path("title"));
                }
            }
        }
        assertEquals(List.of(), silent);
    }

    /** Grafana sends all queries of a panel to its data source, unless that is the mixed one. */
    @ParameterizedTest
    @MethodSource("files")
    void aPanelThatAsksSeveralDataSourcesSaysSo(String file) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (JsonNode panel : panels(file)) {
            Set<String> asked = new HashSet<>();
            panel.path("targets")
                    .forEach(target -> asked.add(target.at("/datasource/uid").asText()));
            String uid = panel.at("/datasource/uid").asText();
            if (!uid.equals(MIXED) && !asked.equals(Set.of(uid))) {
                wrong.add(panel.path("title").asText() + " asks " + asked);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @MethodSource("files")
    void noPanelLiesOnAnotherOrGoesByItsNumber(String file) throws IOException {
        Map<String, String> cells = new TreeMap<>();
        Set<Integer> ids = new HashSet<>();
        List<String> wrong = new ArrayList<>();
        for (JsonNode panel : read(file).path("panels")) {
            String title = panel.path("title").asText();
            if (!ids.add(panel.path("id").asInt())) {
                wrong.add(title + " has the number of another");
            }
            JsonNode at = panel.path("gridPos");
            for (int x = at.path("x").asInt();
                    x < at.path("x").asInt() + at.path("w").asInt();
                    x++) {
                for (int y = at.path("y").asInt();
                        y < at.path("y").asInt() + at.path("h").asInt();
                        y++) {
                    String below = cells.put(x + "," + y, title);
                    if (below != null && !below.equals(title)) {
                        wrong.add(title + " lies on " + below);
                    }
                }
            }
        }
        assertEquals(List.of(), wrong.stream().distinct().toList());
    }

    /** Those of collapsed rows too, and no rows. */
    private static List<JsonNode> panels(String file) throws IOException {
        List<JsonNode> panels = new ArrayList<>();
        for (JsonNode panel : read(file).path("panels")) {
            panel.path("panels").forEach(panels::add);
            if (!panel.path("type").asText().equals("row")) {
                panels.add(panel);
            }
        }
        return panels;
    }

    private static JsonNode read(String file) throws IOException {
        return JSON.readTree(FOLDER.resolve(file).toFile());
    }
}
