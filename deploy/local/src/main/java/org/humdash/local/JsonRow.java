package org.humdash.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One row of a table as a request with a JSON body. A column is the path of a field ({@code name.en}); one that ends in
 * {@code []} is a list with {@code " | "} between its values; an empty cell is left out.
 */
record JsonRow(String path, ObjectNode body) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");
    private static final Pattern BETWEEN_VALUES = Pattern.compile("\\s*\\|\\s*");
    private static final String LIST = "[]";

    /**
     * @param cells by column
     * @throws IllegalArgumentException saying which cell cannot be sent
     */
    static JsonRow of(StartingDataFile file, Map<String, String> cells) {
        Set<String> inPath = new HashSet<>();
        String path = PLACEHOLDER.matcher(file.path()).replaceAll(placeholder -> {
            String column = placeholder.group(1);
            inPath.add(column);
            return segment(column, cells.get(column));
        });
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        cells.forEach((column, cell) -> {
            if (!inPath.contains(column) && !cell.isBlank()) {
                put(body, column, cell.strip(), file.numbers().contains(column));
            }
        });
        return new JsonRow(path, body);
    }

    private static void put(ObjectNode body, String column, String cell, boolean isNumber) {
        String[] names = column.split("\\.", -1);
        ObjectNode owner = body;
        for (int i = 0; i < names.length - 1; i++) {
            owner = owner.withObjectProperty(names[i]);
        }
        String name = names[names.length - 1];
        if (name.endsWith(LIST)) {
            ArrayNode list = owner.putArray(name.substring(0, name.length() - LIST.length()));
            BETWEEN_VALUES.splitAsStream(cell).filter(value -> !value.isEmpty()).forEach(list::add);
        } else if (isNumber) {
            owner.put(name, number(column, cell));
        } else {
            owner.put(name, cell);
        }
    }

    private static BigDecimal number(String column, String cell) {
        try {
            return new BigDecimal(cell);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("column " + column + ": " + cell + " is not a number", e);
        }
    }

    private static String segment(String column, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("column " + column + " is empty");
        }
        // What is a plus in a form is %20 in a path.
        return Matcher.quoteReplacement(
                URLEncoder.encode(value.strip(), StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
