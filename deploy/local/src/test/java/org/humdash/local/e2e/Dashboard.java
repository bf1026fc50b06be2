package org.humdash.local.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A Grafana dashboard file: every query in it, and what Grafana makes of its variables and macros before it asks. */
final class Dashboard {

    /** The data sources that Grafana is provisioned with. */
    static final String PROMETHEUS = "humdash-prometheus";

    private static final String ALL = "$__all";
    private static final Pattern MACRO = Pattern.compile("\\$__(\\w+)(?:\\(([^()]*)\\))?");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::(\\w+))?}|\\$(\\w+)");

    private final JsonNode json;
    private final Map<String, List<String>> variables = new HashMap<>();

    /**
     * One query.
     *
     * @param place where it stands, for people
     * @param source the uid of the data source it asks
     * @param text SQL or PromQL, as in the file
     */
    record Query(String place, String source, String text) {}

    /**
     * A variable: with a query when its value comes from one, otherwise with its value.
     *
     * @param all what stands for all of its values; empty if they are listed
     */
    record Variable(String name, Query query, String value, String all) {}

    Dashboard(Path file) throws IOException {
        this.json = RunningHumdash.JSON.readTree(file.toFile());
    }

    List<Variable> variables() {
        List<Variable> found = new ArrayList<>();
        for (JsonNode variable : json.at("/templating/list")) {
            String name = variable.path("name").asText();
            JsonNode query = variable.path("query");
            String text = query.isObject()
                    ? query.path("rawSql").asText(query.path("query").asText())
                    : query.asText();
            boolean asks = variable.path("type").asText().equals("query");
            found.add(new Variable(
                    name,
                    asks
                            ? new Query(
                                    "variable " + name,
                                    variable.at("/datasource/uid").asText(),
                                    text)
                            : null,
                    variable.at("/current/value").isArray()
                            ? variable.at("/current/value/0").asText()
                            : variable.at("/current/value").asText(text),
                    variable.path("allValue").asText("")));
        }
        return found;
    }

    void set(String variable, String value) {
        variables.put(variable, List.of(value));
    }

    /** As it opens: all of them where that is chosen, else the one that is chosen if there is such a one, else the first. */
    void choose(Variable variable, List<String> values) {
        if (variable.value().equals(ALL) && !variable.all().isEmpty()) {
            set(variable.name(), variable.all());
        } else if (variable.value().equals(ALL)) {
            variables.put(variable.name(), values);
        } else {
            set(variable.name(), values.contains(variable.value()) ? variable.value() : values.getFirst());
        }
    }

    /** The queries of all panels and annotations. */
    List<Query> queries() {
        List<Query> found = new ArrayList<>();
        collectPanels(json.path("panels"), found);
        for (JsonNode annotation : json.at("/annotations/list")) {
            String text = text(annotation.path("target").isMissingNode() ? annotation : annotation.path("target"));
            if (!text.isEmpty()) {
                found.add(new Query(
                        "annotation " + annotation.path("name").asText(),
                        annotation.at("/datasource/uid").asText(),
                        text));
            }
        }
        return found;
    }

    private static void collectPanels(JsonNode panels, List<Query> found) {
        for (JsonNode panel : panels) {
            collectPanels(panel.path("panels"), found);
            for (JsonNode target : panel.path("targets")) {
                String source = target.at("/datasource/uid")
                        .asText(panel.at("/datasource/uid").asText());
                found.add(new Query(
                        "panel \"" + panel.path("title").asText() + "\" "
                                + target.path("refId").asText(),
                        source,
                        text(target)));
            }
        }
    }

    private static String text(JsonNode target) {
        return target.path("rawSql")
                .asText(target.path("expr").asText(target.path("rawQuery").asText("")));
    }

    /** The query as it reaches the data source, for the time range the dashboard opens with. */
    String expand(Query query) {
        String from = time("from");
        String to = time("to");
        String expanded = MACRO.matcher(query.text()).replaceAll(macro -> {
            String argument = macro.group(2) == null ? "" : macro.group(2);
            return Matcher.quoteReplacement(
                    switch (macro.group(1)) {
                        case "timeFrom" -> "'" + from + "'";
                        case "timeTo" -> "'" + to + "'";
                        case "timeFilter" -> argument + " BETWEEN '" + from + "' AND '" + to + "'";
                        case "rate_interval", "interval" -> "1m";
                        case "range" -> "1h";
                        default -> throw new AssertionError("macro $__" + macro.group(1) + " in " + query.place());
                    });
        });
        return VARIABLE.matcher(expanded).replaceAll(found -> {
            String name = found.group(1) == null ? found.group(3) : found.group(1);
            List<String> values = variables.get(name);
            if (values == null) {
                throw new AssertionError("no variable " + name + " for " + query.place());
            }
            return Matcher.quoteReplacement(written(values, found.group(2), query));
        });
    }

    private static String written(List<String> values, String format, Query query) {
        if ("sqlstring".equals(format)) {
            return values.stream()
                    .map(value -> "'" + value.replace("'", "''") + "'")
                    .collect(Collectors.joining(","));
        }
        if (values.size() == 1) {
            return values.getFirst();
        }
        if (query.source().equals(PROMETHEUS) || "regex".equals(format)) {
            return values.stream().map(Dashboard::escaped).collect(Collectors.joining("|", "(", ")"));
        }
        throw new AssertionError("several values without a format in " + query.place());
    }

    /** For a regular expression in a string of PromQL, where a backslash is written twice. */
    private static String escaped(String value) {
        return value.replaceAll("[\\\\^$*+?.()|\\[\\]{}]", "\\\\\\\\$0");
    }

    private String time(String end) {
        String text = json.at("/time/" + end).asText();
        if (text.equals("now")) {
            return Instant.now().toString();
        }
        if (text.startsWith("now-")) {
            String back = text.substring("now-".length()).toUpperCase();
            return Instant.now()
                    .minus(Duration.parse((back.endsWith("D") ? "P" : "PT") + back))
                    .toString();
        }
        return text;
    }
}
