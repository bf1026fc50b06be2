package org.humdash.humanitarian.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.vocabulary.mapping.CommonConversion;
import org.humdash.vocabulary.mapping.FieldMapping;
import org.humdash.vocabulary.mapping.FieldsBuilder;
import org.humdash.vocabulary.table.HxlTag;
import org.humdash.vocabulary.table.TableColumn;

/**
 * Tables with HXL hashtags. A column is a figure of an indicator if its tag is the indicator's, but for attributes that say
 * which part of the people it is about, which bound it gives, its language or its vocabulary. What does not agree is not
 * guessed at. A table that names its indicators in a column has its figures in {@code #value}, or the like.
 */
final class HxlTable {

    /** Hashtags of which a column holds numbers. */
    private static final Set<String> FIGURES = Set.of(
            "affected",
            "inneed",
            "targeted",
            "reached",
            "impact",
            "delivered",
            "indicator",
            "population",
            "value",
            "capacity",
            "output");

    private static final Map<String, Map.Entry<String, String>> PARTS = Map.of(
            "f", Map.entry("sex", "FEMALE"),
            "m", Map.entry("sex", "MALE"),
            "women", Map.entry("sex", "FEMALE"),
            "children", Map.entry("age", "CHILD"),
            "adults", Map.entry("age", "ADULT"),
            "elderly", Map.entry("age", "OLDER"));

    private static final Map<String, String> BOUNDS = Map.of("min", "lower", "best", "best", "max", "upper");
    private static final Set<String> NEUTRAL = Set.of("num");

    private static final String[] FIRST_DAYS = {
        "#date+valid+start",
        "#date+start",
        "#date+from",
        "#date-end-to-reported-published-recorded-created-updated-year",
        "#date+reported"
    };
    private static final String[] LAST_DAYS = {
        "#date+valid+end",
        "#date+end",
        "#date+to",
        "#date-start-from-reported-published-recorded-created-updated-year",
        "#date+reported",
        "#date+valid+start",
        "#date+start"
    };

    private final Map<HxlTag, IndicatorSummary> indicators = new HashMap<>();

    HxlTable(Map<String, IndicatorSummary> catalogue) {
        for (String code : new TreeSet<>(catalogue.keySet())) {
            IndicatorSummary indicator = catalogue.get(code);
            Optional.ofNullable(indicator.hxlTag())
                    .flatMap(HxlTag::parse)
                    .ifPresent(tag -> indicators.putIfAbsent(essence(tag), indicator));
        }
    }

    /** @param constants by the name of our column, for what the file does not say */
    void map(FieldsBuilder fields, FiguresBuilder figures, List<TableColumn> columns, Map<String, String> constants) {
        fields.first("indicator", CommonConversion.CODE, "#indicator+code")
                .first("originator", CommonConversion.TEXT, "#meta+originator+code", "#meta+source+code", "#org+code")
                .first("publisher", CommonConversion.TEXT, "#meta+publisher+code")
                .first("reference", CommonConversion.TEXT, "#meta+id+ref", "#meta+id")
                .first("valid_from", CommonConversion.FIRST_DAY, FIRST_DAYS)
                .all("valid_to", CommonConversion.LAST_DAY, LAST_DAYS)
                .first("published_on", CommonConversion.FIRST_DAY, "#date+published", "#date+reported")
                .all(
                        "area",
                        CommonConversion.AREA,
                        "#adm2+code",
                        "#adm2+name",
                        "#adm2!",
                        "#adm1+code",
                        "#adm1+name",
                        "#adm1!",
                        "#country+code",
                        "#country+name",
                        "#country!")
                .first("definition", CommonConversion.CODE, "#indicator+definition")
                .first("hazard", CommonConversion.TEXT, "#crisis+code")
                .first("url", CommonConversion.URL, "#meta+source+url", "#meta+url-archive")
                .first("archive_url", CommonConversion.URL, "#meta+archive+url")
                .first("text", CommonConversion.TEXT, "#meta+verbatim")
                .first("note", CommonConversion.TEXT, "#description", "#meta+comment")
                .first("sensitivity", CommonConversion.CODE, "#meta+sensitivity");
        if (fields.has("indicator") || constants.containsKey("indicator")) {
            oneFigure(fields, constants.containsKey("indicator") ? columns : List.of());
        } else {
            byTags(columns).forEach(figures::put);
        }
        contentKey(fields, columns);
    }

    /** Columns of numbers whose tags are no indicator's; for a person to see. */
    List<String> unknown(List<TableColumn> columns) {
        return columns.stream()
                .filter(column -> isFigure(column.tag()) && !indicators.containsKey(essence(column.tag())))
                .map(column -> column.tag().toString())
                .distinct()
                .toList();
    }

    /** @param columns of which the only one with numbers is the figure, if nothing is tagged as the value */
    private static void oneFigure(FieldsBuilder fields, List<TableColumn> columns) {
        fields.first("value", CommonConversion.NUMBER, "#value", "#indicator+value", "#indicator+num");
        List<TableColumn> numbers =
                columns.stream().filter(column -> isFigure(column.tag())).toList();
        if (!fields.has("value") && numbers.size() == 1) {
            fields.put(
                    "value",
                    FieldMapping.of(CommonConversion.NUMBER, numbers.getFirst().name()));
        }
    }

    private Map<String, Map<String, FieldMapping>> byTags(List<TableColumn> columns) {
        Map<String, Map<String, FieldMapping>> found = new LinkedHashMap<>();
        for (TableColumn column : columns) {
            IndicatorSummary indicator = isFigure(column.tag()) ? indicators.get(essence(column.tag())) : null;
            if (indicator == null) {
                continue;
            }
            Map<String, FieldMapping> parts = parts(column.tag());
            String name = indicator.code()
                    + parts.values().stream().map(part -> "_" + part.constant()).collect(Collectors.joining());
            String field = column.tag().attributes().stream()
                    .filter(BOUNDS::containsKey)
                    .map(BOUNDS::get)
                    .findFirst()
                    .orElse("value");
            Map<String, FieldMapping> figure = found.computeIfAbsent(name, created -> new TreeMap<>(parts));
            figure.put("indicator", FieldMapping.constant(indicator.code()));
            figure.putIfAbsent(
                    field,
                    FieldMapping.of(
                            indicator.wholeNumbers() ? CommonConversion.FIGURE : CommonConversion.NUMBER,
                            column.name()));
        }
        return found;
    }

    /** What tells the rows of the table apart, if they have no key: everything that is no figure. */
    private static void contentKey(FieldsBuilder fields, List<TableColumn> columns) {
        FieldMapping date = fields.fields().get("valid_from");
        if (fields.has("reference") || date == null) {
            return;
        }
        List<String> names = new ArrayList<>(date.columns());
        columns.stream()
                .filter(column -> column.tag() != null && !isFigure(column.tag()))
                .filter(column ->
                        !Set.of("description", "meta").contains(column.tag().hashtag()))
                .map(TableColumn::name)
                .filter(name -> !names.contains(name))
                .forEach(names::add);
        fields.put("reference", FieldMapping.of(CommonConversion.CONTENT_KEY, names));
    }

    private static boolean isFigure(HxlTag tag) {
        boolean isWord =
                tag != null && (tag.has("code") || tag.has("name") || tag.has("definition") || tag.has("text"));
        return tag != null && FIGURES.contains(tag.hashtag()) && !isWord
                || tag != null && tag.hashtag().equals("loc") && tag.has("num");
    }

    private static Map<String, FieldMapping> parts(HxlTag tag) {
        Map<String, FieldMapping> parts = new TreeMap<>();
        tag.attributes().stream()
                .map(PARTS::get)
                .filter(part -> part != null)
                .forEach(part -> parts.put(part.getKey(), FieldMapping.constant(part.getValue())));
        return parts;
    }

    private static HxlTag essence(HxlTag tag) {
        Set<String> attributes = tag.attributes().stream()
                .filter(attribute -> !PARTS.containsKey(attribute)
                        && !BOUNDS.containsKey(attribute)
                        && !NEUTRAL.contains(attribute)
                        && !attribute.startsWith("i_")
                        && !attribute.startsWith("v_"))
                .collect(Collectors.toUnmodifiableSet());
        return new HxlTag(tag.hashtag(), attributes);
    }
}
