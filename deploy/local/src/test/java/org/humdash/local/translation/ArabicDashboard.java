package org.humdash.local.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** A dashboard in Arabic, made from the English one: the same panels and figures, with other texts. */
final class ArabicDashboard {

    private static final Set<String> TEXTS = Set.of(
            "title",
            "description",
            "label",
            "tooltip",
            "noValue",
            "text",
            "axisLabel",
            "legendFormat",
            "xField",
            "field",
            "pattern");
    private static final Set<String> TEXTS_OF_OVERRIDES = Set.of("displayName", "noValue");
    private static final Set<String> MATCHERS_BY_NAME = Set.of("byName", "byRegexp");
    private static final Set<String> NAMED = Set.of("annotations", "layers");
    private static final String ENDING = "-ar";
    /** The values that a value mapping is about are what queries answer. */
    private static final String MAPPED = "mapped values";

    private final Translation translation;
    private final ArabicSql sql;

    ArabicDashboard(Translation translation) {
        this.translation = translation;
        this.sql = new ArabicSql(translation);
    }

    ObjectNode of(JsonNode english) {
        ObjectNode arabic = object(english, "");
        String uid = english.path("uid").asText();
        arabic.put("uid", uid + ENDING);
        // Links to a moment stay in the language, and the one to the other language goes back.
        for (JsonNode link : arabic.path("links")) {
            String url = link.path("url").asText();
            boolean other = url.equals("/d/" + uid + ENDING);
            ((ObjectNode) link)
                    .put("url", other ? "/d/" + uid : url.replace("/d/" + uid + "?", "/d/" + uid + ENDING + "?"));
        }
        return arabic;
    }

    /** @param inside the name of the list or object that it stands in */
    private ObjectNode object(JsonNode english, String inside) {
        ObjectNode arabic = JsonNodeFactory.instance.objectNode();
        english.properties().forEach(field -> {
            String key = field.getKey();
            String name = inside.equals(MAPPED) ? translation.of(key) : key;
            arabic.set(name, value(english, key, field.getValue(), inside));
        });
        return arabic;
    }

    private JsonNode value(JsonNode parent, String key, JsonNode value, String inside) {
        if (value.isObject()) {
            boolean mapped = key.equals("options") && isType(parent, "value");
            return object(value, mapped ? MAPPED : key);
        }
        if (value.isArray()) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            // the list in {"annotations": {"list": […]}}
            String name = key.equals("list") ? inside : key;
            value.forEach(one -> all.add(one.isObject() ? object(one, name) : translated(parent, key, one, inside)));
            return all;
        }
        return translated(parent, key, value, inside);
    }

    private JsonNode translated(JsonNode parent, String key, JsonNode value, String inside) {
        return value.isTextual() ? TextNode.valueOf(text(parent, key, value.asText(), inside)) : value;
    }

    private String text(JsonNode parent, String key, String text, String inside) {
        boolean variable = inside.equals("templating");
        if (key.equals("rawSql") || variable && key.equals("query") && isType(parent, "query")) {
            return sql.of(text);
        }
        if (variable && key.equals("query") && isType(parent, "custom")) {
            return choices(text);
        }
        String id = parent.path("id").asText();
        boolean matched = key.equals("options") && MATCHERS_BY_NAME.contains(id);
        boolean overridden = key.equals("value") && TEXTS_OF_OVERRIDES.contains(id);
        boolean named = key.equals("name") && NAMED.contains(inside);
        boolean unit = text.startsWith("suffix:");
        return TEXTS.contains(key) || matched || overridden || named || unit ? translation.of(text) : text;
    }

    private static boolean isType(JsonNode node, String type) {
        return node.path("type").asText().equals(type);
    }

    /** Of {@code Gaza Strip : PS02, Rafah : PS0275}. */
    private String choices(String text) {
        return Arrays.stream(text.split(", "))
                .map(choice -> choice.split(" : "))
                .map(choice -> translation.of(choice[0]) + " : " + choice[1])
                .collect(Collectors.joining(", "));
    }
}
