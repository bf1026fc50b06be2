package org.humdash.incident.sensitivity;

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
import org.humdash.incident.Installation;

/**
 * Every question that can be asked of one installation: all GET routes of the OpenAPI document, each with every parameter
 * it takes, every format, and page after page. A route or a parameter that is new fails here until somebody says what an
 * adversary would put into it.
 */
final class Reads {

    /** After everything that is ever recorded. */
    private static final String END_OF_TIME = "2090-01-01T00:00:00Z";

    private static final String NOBODY = "00000000-0000-7000-8000-000000000000";
    private static final int MOST_PAGES = 50;

    /** What is for those alone who write. */
    private static final Pattern CLOSED = Pattern.compile("/import(s|-mappings)|/duplicates");

    /** The feed never ends, and tells of what is not shown any more by its id. */
    static final String FEED = "/api/v1/incidents/changes";

    private final Installation at;
    private final Map<String, String> ids;
    private final Map<String, List<String>> values;
    private final List<Operation> operations;

    /** When the first incident was recorded. */
    private final String begin;

    private record Operation(String path, Set<String> parameters) {}

    /** @param ids of visible records, by the first word of their route: incidents, claims, coverage */
    Reads(Installation at, Map<String, String> ids) {
        this.at = at;
        this.ids = ids;
        this.values = values(at);
        this.begin = Reader.STAFF
                .request()
                .queryParam("ceasefire", at.ceasefire)
                .queryParam("sort", "recordedAt")
                .get("/api/v1/incidents")
                .path("items[0].revision.recordedAt");
        this.operations = operations();
    }

    /** The answer to every question, by the question. */
    Map<String, String> all(Reader reader) {
        return ofEach((operation, answers) -> {
            String path = path(operation.path(), ids);
            Map<String, String> base = base(operation);
            ask(reader, path, base, answers);
            assertTrue(
                    answers.get(path + " " + base).startsWith("200 ")
                            || CLOSED.matcher(path).find(),
                    path + " " + base + " gives no answer to compare");
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

    /** What is answered now and of another instant. */
    Map<String, String> knownAt(Reader reader, String instant) {
        return ofEach((operation, answers) -> {
            Map<String, String> query = base(operation);
            if (query.remove("knownAt") != null) {
                if (instant != null) {
                    query.put("knownAt", instant);
                }
                String path = path(operation.path(), ids);
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
    static Map<String, String> about(Reader reader, String kind, String id) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Operation operation : operations()) {
            if (operation.path().startsWith("/api/v1/" + kind + "/{id}")) {
                String path = operation.path().replace("{id}", id);
                for (String instant : new String[] {END_OF_TIME, "2025-10-12T00:00:00Z"}) {
                    answers.put(
                            operation.path() + " " + instant,
                            answer(reader, path, Map.of("knownAt", instant)).replace(id, "<id>"));
                }
                answers.put(operation.path(), answer(reader, path, Map.of()).replace(id, "<id>"));
            }
        }
        return answers;
    }

    static Map<String, String> aboutNobody(Reader reader, String kind) {
        return about(reader, kind, NOBODY);
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
    static String text(Response response) {
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
        if (operation.parameters().contains("ceasefire")) {
            query.put("ceasefire", at.ceasefire);
        }
        if (operation.parameters().contains("knownAt")) {
            query.put("knownAt", END_OF_TIME);
        }
        if (operation.path().equals(FEED)) {
            query.put("from", begin);
        }
        if (operation.parameters().contains("withTotal")) {
            query.put("withTotal", "true");
        }
        return query;
    }

    private String path(String template, Map<String, String> ids) {
        String kind = template.split("/")[3];
        String path = template.replace("{ceasefire}", at.ceasefire)
                .replace("{code}", kind.equals("sources") ? at.office : at.ceasefire)
                .replace("{id}", template.contains("/imports/") ? NOBODY : ids.getOrDefault(kind, "{id}"))
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

    private static List<Operation> operations() {
        JsonPath document = given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");
        List<Operation> operations = new ArrayList<>();
        paths.forEach((path, methods) -> {
            if (methods.containsKey("get")) {
                operations.add(new Operation(path, parameters(methods.get("get"))));
            }
        });
        return operations;
    }

    private static Set<String> parameters(Map<String, Object> operation) {
        Set<String> names = new LinkedHashSet<>();
        for (Object parameter : (List<?>) operation.getOrDefault("parameters", List.of())) {
            Map<?, ?> described = (Map<?, ?>) parameter;
            if ("query".equals(described.get("in"))) {
                names.add((String) described.get("name"));
            }
        }
        if (!KNOWN.containsAll(names)) {
            throw new AssertionError("Say in Reads.values what an adversary would ask with one of " + names);
        }
        return names;
    }

    private static final Set<String> KNOWN = values("", "", "").keySet();

    private static Map<String, List<String>> values(Installation at) {
        return values(at.ceasefire, at.office, at.outlet);
    }

    private static Map<String, List<String>> values(String ceasefire, String office, String outlet) {
        List<String> sources = List.of(office, outlet);
        List<String> days = List.of("2025-10-11", "2025-10-14", "2025-10-19", "2025-11-30");
        List<String> instants = List.of("2025-10-12T00:00:00Z", END_OF_TIME);
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("ceasefire", List.of(ceasefire));
        values.put("asOf", days);
        values.put("knownAt", instants);
        values.put("recordedFrom", instants);
        values.put("recordedTo", instants);
        values.put("occurredFrom", days);
        values.put("occurredTo", days);
        values.put("from", List.of("2025-10-11", "2025-11-30", "2025-10-12T00:00:00Z", END_OF_TIME));
        values.put("to", days);
        values.put("type", List.of("BOMBARDMENT", "AIR_STRIKE", "ARREST"));
        values.put("types", List.of("BOMBARDMENT", "AIR_STRIKE", "ARREST"));
        values.put("area", List.of("PS02", "PS0260", "PS0275"));
        values.put(
                "bbox",
                List.of(
                        "34.2,31.2,34.6,31.6",
                        "34.44,31.52,34.45,31.53",
                        "34.44391,31.52347,34.44391,31.52347",
                        "34.445,31.525,34.445,31.525",
                        "-180,-90,180,90"));
        values.put("actor", List.of(Records.PARTY, "Party A"));
        values.put("grade", List.of("WEAK", "CONFIRMED", "DISCOUNTED"));
        values.put("responsibility", List.of("ADMITTED", "UNCLAIMED"));
        values.put("source", sources);
        values.put("originator", sources);
        values.put("publisher", sources);
        values.put("sensitivity", List.of("LOW", "MODERATE", "HIGH", "SEVERE"));
        values.put("status", List.of("PUBLISHED", "DRAFT", "RETRACTED", "REPORTED", "NIL"));
        values.put("datePrecision", List.of("1", "5"));
        values.put("geoPrecision", List.of("1", "2", "3", "7"));
        values.put("minKilled", List.of("0", "7", "1000"));
        values.put("minInjured", List.of("1"));
        values.put("text", List.of(Records.WORD, "market", "rimal"));
        values.put("duplicates", List.of("true", "false"));
        values.put("sort", List.of("occurredFrom", "-occurredFrom", "recordedAt", "-recordedAt"));
        values.put("limit", List.of("1", "2", "1000"));
        values.put("withTotal", List.of("true"));
        values.put("format", List.of("json", "csv", "hxl", "xlsx", "geojson", "ndjson"));
        values.put("cursor", List.of("bm9wZQ"));
        values.put("measure", List.of("VIOLATIONS", "KILLED", "ATTACK_DAYS"));
        values.put("dayCount", List.of("ELAPSED"));
        values.put("lagDays", List.of("0", "60"));
        values.put("by", List.of("day", "week,type", "month,area", "type,area", "source,grade"));
        values.put("weekStart", List.of("SAT"));
        values.put("code", List.of("RESIDUAL", "RELAY_DIFFERS", "REVISED_DOWN", "MAGNITUDE_JUMP"));
        values.put("distanceKm", List.of("0.1", "1", "50"));
        return values;
    }
}
