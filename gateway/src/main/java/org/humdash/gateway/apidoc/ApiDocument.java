package org.humdash.gateway.apidoc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Makes one OpenAPI document of several. A component that two documents define alike is kept once; one that they define
 * differently is kept for each, under a name that begins with its owner's.
 */
final class ApiDocument {

    private static final String REFERENCE = "$ref";
    private static final String COMPONENTS = "#/components/";
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    /**
     * A document to take in.
     *
     * @param prefix what its components are called by where names clash, such as {@code Incident}; empty for the
     *     document whose names always stay
     */
    record Part(String prefix, ObjectNode document) {}

    private ApiDocument() {}

    /**
     * Merges paths, components and tags in the order of the parts; the rest (information, servers) is the first part's.
     *
     * @param served which of the other parts' paths are reachable; the others are left out
     * @throws IllegalStateException if two parts describe the same path
     */
    static ObjectNode merge(List<Part> parts, Predicate<String> served) {
        Set<Name> clashes = clashes(parts);
        Set<String> operationClashes = operationClashes(parts);
        ObjectNode merged = parts.getFirst().document().deepCopy();
        ObjectNode paths = JsonNodeFactory.instance.objectNode();
        Map<String, ObjectNode> components = new LinkedHashMap<>();
        Map<String, JsonNode> tags = new LinkedHashMap<>();
        for (Part part : parts) {
            boolean own = part == parts.getFirst();
            ObjectNode renamed = (ObjectNode) rename(part.document(), part.prefix(), clashes);
            renamed.path("paths").properties().forEach(path -> {
                if (!own && !served.test(path.getKey())) {
                    return;
                }
                if (paths.has(path.getKey())) {
                    throw new IllegalStateException("Two services describe " + path.getKey());
                }
                paths.set(path.getKey(), operations(path.getValue(), part, renamed, operationClashes));
            });
            renamed.path("components")
                    .properties()
                    .forEach(type -> type.getValue()
                            .properties()
                            .forEach(component -> components
                                    .computeIfAbsent(type.getKey(), key -> JsonNodeFactory.instance.objectNode())
                                    .set(
                                            new Name(type.getKey(), component.getKey()).in(part.prefix(), clashes),
                                            component.getValue())));
            renamed.path("tags")
                    .forEach(tag -> tags.putIfAbsent(tag.path("name").asText(), tag));
        }
        merged.set("paths", paths);
        merged.set("components", sorted(components));
        merged.set("tags", JsonNodeFactory.instance.arrayNode().addAll(tags.values()));
        return merged;
    }

    /** A component by its kind and name, such as {@code schemas} and {@code ImportReport}. */
    private record Name(String kind, String name) {

        String in(String prefix, Set<Name> clashes) {
            return clashes.contains(this) ? prefix + name : name;
        }

        static Name of(String reference) {
            String[] steps = reference.substring(COMPONENTS.length()).split("/", 2);
            return new Name(steps[0], steps.length > 1 ? steps[1] : "");
        }
    }

    private static ObjectNode sorted(Map<String, ObjectNode> components) {
        ObjectNode sorted = JsonNodeFactory.instance.objectNode();
        for (String kind : new TreeSet<>(components.keySet())) {
            ObjectNode ofKind = sorted.putObject(kind);
            Set<String> names = new TreeSet<>();
            components.get(kind).fieldNames().forEachRemaining(names::add);
            names.forEach(name -> ofKind.set(name, components.get(kind).get(name)));
        }
        return sorted;
    }

    /** The names that two parts give to different things, or to things that lead to different things. */
    private static Set<Name> clashes(List<Part> parts) {
        Map<Name, JsonNode> seen = new HashMap<>();
        Set<Name> shared = new HashSet<>();
        Set<Name> clashes = new HashSet<>();
        for (Part part : parts) {
            part.document()
                    .path("components")
                    .properties()
                    .forEach(type -> type.getValue().properties().forEach(component -> {
                        Name name = new Name(type.getKey(), component.getKey());
                        JsonNode before = seen.putIfAbsent(name, component.getValue());
                        if (before != null) {
                            shared.add(name);
                            if (!before.equals(component.getValue())) {
                                clashes.add(name);
                            }
                        }
                    }));
        }
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Name name : shared) {
                if (!clashes.contains(name)
                        && references(seen.get(name)).stream().anyMatch(clashes::contains)) {
                    clashes.add(name);
                    grown = true;
                }
            }
        }
        return clashes;
    }

    private static Set<Name> references(JsonNode node) {
        Set<Name> references = new HashSet<>();
        node.findValuesAsText(REFERENCE).stream()
                .filter(reference -> reference.startsWith(COMPONENTS))
                .map(Name::of)
                .forEach(references::add);
        return references;
    }

    private static Set<String> operationClashes(List<Part> parts) {
        Set<String> seen = new HashSet<>();
        Set<String> clashes = new HashSet<>();
        for (Part part : parts) {
            for (JsonNode path : part.document().path("paths")) {
                path.properties().forEach(operation -> {
                    String id = operation.getValue().path("operationId").asText("");
                    if (!id.isEmpty() && !seen.add(id)) {
                        clashes.add(id);
                    }
                });
            }
        }
        return clashes;
    }

    private static JsonNode operations(JsonNode path, Part part, ObjectNode document, Set<String> operationClashes) {
        path.properties().forEach(entry -> {
            if (METHODS.contains(entry.getKey()) && entry.getValue() instanceof ObjectNode operation) {
                String id = operation.path("operationId").asText("");
                if (operationClashes.contains(id) && !part.prefix().isEmpty()) {
                    operation.put("operationId", decapitalised(part.prefix()) + capitalised(id));
                }
                // What a service asks of all its operations must not spread to those of the others.
                if (!operation.has("security") && document.has("security")) {
                    operation.set("security", document.get("security").deepCopy());
                }
            }
        });
        return path;
    }

    /** A copy in which everything that clashes is referred to by its new name. */
    private static JsonNode rename(JsonNode node, String prefix, Set<Name> clashes) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> {
                JsonNode value = field.getValue();
                boolean reference = field.getKey().equals(REFERENCE) && value.isTextual();
                copy.set(field.getKey(), reference ? renamed(value, prefix, clashes) : rename(value, prefix, clashes));
            });
            // Discriminator mappings and security requirements refer by bare names.
            if (object.path("mapping").isObject()) {
                ObjectNode mapping = copy.putObject("mapping");
                object.path("mapping")
                        .properties()
                        .forEach(field -> mapping.set(field.getKey(), renamed(field.getValue(), prefix, clashes)));
            }
            if (object.path("security").isArray()) {
                copy.set("security", renamedRequirements((ArrayNode) object.get("security"), prefix, clashes));
            }
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> copy.add(rename(element, prefix, clashes)));
            return copy;
        }
        return node;
    }

    private static JsonNode renamed(JsonNode reference, String prefix, Set<Name> clashes) {
        if (!reference.asText().startsWith(COMPONENTS)) {
            return reference;
        }
        Name name = Name.of(reference.asText());
        return TextNode.valueOf(COMPONENTS + name.kind() + "/" + name.in(prefix, clashes));
    }

    private static ArrayNode renamedRequirements(ArrayNode requirements, String prefix, Set<Name> clashes) {
        ArrayNode copy = JsonNodeFactory.instance.arrayNode();
        for (JsonNode requirement : requirements) {
            ObjectNode renamed = copy.addObject();
            requirement
                    .properties()
                    .forEach(scheme -> renamed.set(
                            new Name("securitySchemes", scheme.getKey()).in(prefix, clashes), scheme.getValue()));
        }
        return copy;
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String decapitalised(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
