package org.humdash.humanitarian.sensitivity;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Every question that can be asked about one scene: all GET routes of the OpenAPI document, each with every parameter it
 * takes, every format, and page after page. A route or a parameter that is new fails here until somebody says what an
 * adversary would put into it.
 */
final class Reads {

    /** After everything that is ever recorded. */
    private static final String END_OF_TIME = "2090-01-01T00:00:00Z";

    private static final String NOBODY = "00000000-0000-7000-8000-000000000000";
    private static final int MOST_PAGES = 6;

    /** What is for those alone who write. */
    private static final Pattern CLOSED = Pattern.compile("/imports|/import-mappings|/pulls");

    /** A feed never ends, and tells of what is not shown any more by its id. */
    static final Pattern FEED = Pattern.compile("/api/v1/(observations|hazards|alerts)/changes.*");

    private final Records.Scene scene;
    private final Map<String, List<String>> values;
    private final List<Operation> operations;

    private record Operation(String path, Set<String> parameters) {}

    Reads(Records.Scene scene) {
        this.scene = scene;
        this.values = values(scene);
        this.operations = operations();
    }

    /** The answer to every question, by the question. */
    Map<String, String> all(Reader reader) {
        return ofEach((operation, answers) -> {
            String path = path(operation.path());
            Map<String, String> base = base(operation);
            ask(reader, path, base, answers);
            assertTrue(
                    answers.get(path + " " + base).startsWith("200 ")
                            || CLOSED.matcher(path).find(),
                    path + " " + base + " gives no answer to compare: " + answers.get(path + " " + base));
            for (String parameter : operation.parameters()) {
                for (String value : values.get(parameter)) {
                    Map<String, String> query = with(base, parameter, value);
                    pages(reader, path, query, operation, answers);
                    if (operation.parameters().contains("format") && !parameter.equals("format")) {
                        ask(reader, path, with(query, "format", "csv"), answers);
                    }
                }
            }
        });
    }

    /** What is answered now, or of another instant. */
    Map<String, String> knownAt(Reader reader, String instant) {
        return ofEach((operation, answers) -> {
            Map<String, String> query = base(operation);
            if (query.remove("knownAt") != null) {
                if (instant != null) {
                    query.put("knownAt", instant);
                }
                String path = path(operation.path());
                answers.put(path, answer(reader, path, query));
                if (operation.parameters().contains("format")) {
                    answers.put(path + " csv", answer(reader, path, with(query, "format", "csv")));
                }
            }
        });
    }

    /** Operations are asked side by side: there are thousands of questions. */
    private Map<String, String> ofEach(BiConsumer<Operation, Map<String, String>> asking) {
        Map<String, String> answers = Collections.synchronizedMap(new LinkedHashMap<>());
        operations.parallelStream().forEach(operation -> asking.accept(operation, answers));
        return answers;
    }

    /** The answers of all routes to one record, with its id blotted out. */
    Map<String, String> about(Reader reader, String kind, String id) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Operation operation : operations) {
            if (operation.path().matches("/api/v1/" + kind + "/\\{(id|code)}.*")) {
                String path = operation.path().replaceAll("\\{(id|code)}", id);
                for (String instant : new String[] {END_OF_TIME, "2025-12-12T00:00:00Z"}) {
                    answers.put(
                            operation.path() + " " + instant,
                            answer(reader, path, Map.of("knownAt", instant)).replace(id, "<id>"));
                }
                answers.put(operation.path(), answer(reader, path, Map.of()).replace(id, "<id>"));
            }
        }
        return answers;
    }

    Map<String, String> aboutNobody(Reader reader, String kind) {
        return about(reader, kind, kind.equals("hazards") ? scene.hazard("NOBODY") : NOBODY);
    }

    /** A link to another page asks about the same instant; that is what the question said, and not the answer. */
    private static String askedAtNoTime(String header) {
        return header.replaceAll("knownAt=[^&>]*&?", "").replaceAll("[?&]>", ">");
    }

    /** Without the instant it was asked at, which every answer states. */
    private static String blotted(String answer) {
        return answer.replaceAll("\"knownAt\":\"[^\"]*\"", "\"knownAt\":<>").replaceAll("(?i)content-length=\\d+", "");
    }

    private void pages(
            Reader reader, String path, Map<String, String> query, Operation operation, Map<String, String> answers) {
        String cursor = ask(reader, path, query, answers);
        String last = null;
        for (int page = 0; cursor != null && !cursor.equals(last) && page < MOST_PAGES; page++) {
            last = cursor;
            cursor = ask(reader, path, with(query, "cursor", cursor), answers);
        }
    }

    /** Returns the cursor of the next page, if there is one. */
    private String ask(Reader reader, String path, Map<String, String> query, Map<String, String> answers) {
        String answer = answer(reader, path, query);
        answers.put(path + " " + query, answer);
        int next = answer.indexOf("\"nextCursor\":\"");
        return next < 0 ? null : answer.substring(next + 14, answer.indexOf('"', next + 14));
    }

    private static String answer(Reader reader, String path, Map<String, String> query) {
        Response response = reader.request().queryParams(query).get(path);
        // An error is the same before and after, and proves nothing.
        assertTrue(response.statusCode() < 500, path + " " + query + " is answered with an error");
        String headers = response.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("Date"))
                .map(header -> header.getName().toLowerCase() + "=" + askedAtNoTime(header.getValue()))
                .sorted()
                .collect(Collectors.joining("; "));
        return blotted(response.statusCode() + " " + headers + "\n" + text(response));
    }

    /** A body as text. A workbook holds the instant it was made at, so what is in it is given. */
    private static String text(Response response) {
        return String.valueOf(response.contentType()).contains("spreadsheetml")
                ? unzipped(response.asByteArray())
                : response.asString();
    }

    private static String unzipped(byte[] workbook) {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.getName().startsWith("docProps/")) {
                    text.append(entry.getName())
                            .append('\n')
                            .append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private Map<String, String> base(Operation operation) {
        Map<String, String> query = new LinkedHashMap<>();
        Set<String> parameters = operation.parameters();
        if (parameters.contains("knownAt")) {
            query.put("knownAt", END_OF_TIME);
        }
        if (parameters.contains("indicator")) {
            query.put("indicator", scene.at().indicator);
        }
        if (parameters.contains("ceasefire")) {
            query.put("ceasefire", scene.ceasefire());
        }
        if (operation.path().matches(".*/(headlines|headlines/sum|series)")) {
            query.put("area", "PS02");
        }
        if (FEED.matcher(operation.path()).matches()) {
            query.put("from", scene.begin());
        }
        if (parameters.contains("withTotal")) {
            query.put("withTotal", "true");
        }
        return query;
    }

    private String path(String template) {
        String kind = template.split("/")[3];
        String code = switch (kind) {
            case "hazards" -> scene.hazard("SEEN");
            case "commitments" -> "PROMISE";
            default -> scene.at().indicator;
        };
        String path = template.replace("{ceasefire}", scene.ceasefire())
                .replace("{code}", code)
                .replace("{indicator}", scene.at().indicator)
                .replace(
                        "{id}",
                        template.contains("/import") ? NOBODY : scene.ids().getOrDefault(kind, "{id}"))
                .replace("{name}", "a-mapping");
        if (path.contains("{")) {
            throw new AssertionError("Say in Reads.path what stands in " + template);
        }
        return path;
    }

    private static Map<String, String> with(Map<String, String> query, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put(name, value);
        return more;
    }

    private List<Operation> operations() {
        JsonPath document = given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");
        List<Operation> found = new ArrayList<>();
        paths.forEach((path, methods) -> {
            if (methods.containsKey("get")) {
                found.add(new Operation(path, parameters(methods.get("get"))));
            }
        });
        return found;
    }

    private Set<String> parameters(Map<String, Object> operation) {
        Set<String> names = new LinkedHashSet<>();
        for (Object parameter : (List<?>) operation.getOrDefault("parameters", List.of())) {
            Map<?, ?> described = (Map<?, ?>) parameter;
            if ("query".equals(described.get("in"))) {
                names.add((String) described.get("name"));
            }
        }
        if (!values.keySet().containsAll(names)) {
            throw new AssertionError("Say in Reads.values what an adversary would ask with one of " + names);
        }
        return names;
    }

    private static Map<String, List<String>> values(Records.Scene scene) {
        List<String> sources = List.of(scene.at().office, scene.at().outlet);
        List<String> days = List.of("2025-12-09", "2025-12-14", "2025-12-31");
        List<String> instants = List.of("2025-12-12T00:00:00Z", END_OF_TIME);
        List<String> yesOrNo = List.of("true", "false");
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("asOf", days);
        values.put("knownAt", instants);
        values.put("recordedFrom", instants);
        values.put("recordedTo", instants);
        values.put("from", List.of("2025-12-10", "2025-12-12T00:00:00Z", END_OF_TIME));
        values.put("to", days);
        values.put("dayFrom", days);
        values.put("dayTo", days);
        values.put("validFrom", days);
        values.put("validTo", days);
        values.put("validFromFrom", days);
        values.put("validFromTo", days);
        values.put("validToFrom", days);
        values.put("validToTo", days);
        values.put("publishedFrom", days);
        values.put("publishedTo", days);
        values.put("indicator", List.of(scene.at().indicator, scene.total(), "POPULATION"));
        values.put("area", List.of("PS02", "PS0260", "PS0265", "PS0275"));
        values.put("children", yesOrNo);
        values.put("stale", yesOrNo);
        values.put("definition", List.of(scene.at().indicator, "OTHER_WAY"));
        values.put("hazard", List.of(scene.hazard("SEEN"), scene.hazard("HIDDEN"), scene.hazard("NOBODY")));
        values.put("originator", sources);
        values.put("publisher", sources);
        values.put("source", sources);
        values.put("ceasefire", List.of(scene.ceasefire()));
        values.put("sender", List.of(scene.sender()));
        values.put("active", yesOrNo);
        values.put("type", List.of("STORM", "FLOOD"));
        values.put("bucket", List.of("week", "month"));
        values.put("weekStart", List.of("SAT"));
        values.put("parts", yesOrNo);
        values.put("single", yesOrNo);
        values.put("code", List.of("RELAY_DIFFERS", "REVISED_DOWN", "MAGNITUDE_JUMP", "OUT_OF_RANGE"));
        values.put("limit", List.of("1", "2", "200"));
        values.put("cursor", List.of("bm9wZQ"));
        values.put("format", List.of("json", "csv", "hxl", "xlsx", "geojson", "ndjson"));
        values.put("cluster", List.of("SHELTER", "HEALTH"));
        values.put("definitionVersion", List.of("1"));
        values.put("minValue", List.of("1", "6"));
        values.put("maxValue", List.of("1", "6"));
        values.put("periodFrom", days);
        values.put("periodTo", days);
        values.put("report", List.of("FIGURE", "NIL"));
        values.put("by", List.of("indicator,area,source", "day", "week", "month"));
        // What other lists of the house take, so that the routes to come need only be named.
        values.put("withTotal", List.of("true"));
        values.put("text", List.of(Records.WORD, "tents"));
        values.put("sort", List.of("validTo", "-validTo", "recordedAt", "-recordedAt", "value", "-value"));
        values.put("sensitivity", List.of("LOW", "MODERATE", "HIGH", "SEVERE"));
        values.put("sex", List.of("FEMALE", "MALE"));
        values.put("age", List.of("CHILD"));
        values.put("cause", List.of("EXPOSURE"));
        values.put("shelterType", List.of("TENT"));
        values.put("qualifier", List.of("EXACT", "AT_LEAST"));
        values.put("language", List.of("en", "ar"));
        values.put("relays", yesOrNo);
        values.put("nil", yesOrNo);
        values.put("freshness", List.of("STALE", "FRESH"));
        return values;
    }
}
