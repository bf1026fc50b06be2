package org.humdash.vocabulary.mapping;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.humdash.vocabulary.hxl.RowProblem;
import org.humdash.vocabulary.place.Gazetteer;
import org.humdash.vocabulary.provider.DateOrder;
import org.humdash.vocabulary.provider.ProviderFormatException;
import org.humdash.vocabulary.table.RawRow;
import org.humdash.vocabulary.table.TableColumn;

/** Reads rows of one file by a mapping, and counts what could not be taken over. */
final class RowMapper {

    /** Results a field remembers: most columns say the same few things again and again. */
    private static final int MOST_REMEMBERED = 2_000;

    private static final String REFERENCE = "reference";

    /**
     * @param columns of the file, null in the place of one it does not have
     * @param remembered results by what stands in the columns; null for columns that never say the same
     */
    private record Field(
            String name,
            List<TableColumn> columns,
            Conversion conversion,
            String constant,
            Map<List<String>, Optional<String>> remembered) {}

    /** One of several records in a row. */
    private record Figure(String name, List<Field> fields) {}

    private final Conversions conversions;
    private final ColumnNames columns;
    private final List<Field> fields;
    private final List<Figure> figures;
    private final List<String> names;
    private final Set<String> read = new HashSet<>();
    private final Supplier<Optional<DateOrder>> orderOfFile;
    private final ZoneId zone;
    private final AreaLookup areas = new AreaLookup(Gazetteer.palestine());
    private final Map<String, Long> unknownAreas = new LinkedHashMap<>();
    private final Map<String, Long> otherTypes = new LinkedHashMap<>();
    private long withoutArea;
    private long withoutPosition;
    private DateOrder order;
    private boolean isOrderSought;

    /**
     * @param order of day and month as far as it is known; null if it is not
     * @param orderOfFile looks through the whole file for it, once, when a date needs it
     * @throws IllegalArgumentException if the mapping names a conversion that is none
     */
    RowMapper(
            TableMapping mapping,
            List<TableColumn> columns,
            DateOrder order,
            ZoneId zone,
            Conversions conversions,
            Supplier<Optional<DateOrder>> orderOfFile) {
        this.order = order;
        this.orderOfFile = orderOfFile;
        this.zone = zone;
        this.conversions = conversions;
        this.columns = new ColumnNames(columns);
        fields = fields(mapping.fields());
        figures = mapping.figures().entrySet().stream()
                .map(figure -> new Figure(figure.getKey(), fields(figure.getValue())))
                .toList();
        names = figures.isEmpty() || mapping.names().anyMatch(REFERENCE::equals)
                ? mapping.names().toList()
                : Stream.concat(mapping.names(), Stream.of(REFERENCE)).toList();
    }

    /** The names of our columns that this fills. */
    List<String> names() {
        return names;
    }

    /** The records in a row: one, or as many as there are figures that say something. */
    List<MappedRow> map(RawRow row) {
        Set<RowProblem> problems = new LinkedHashSet<>(0);
        for (RowProblem problem : row.problems()) {
            if (problem.column() == null || read.contains(problem.column())) {
                problems.add(problem);
            }
        }
        Map<String, String> cells = new HashMap<>();
        if (problems.isEmpty()) {
            fill(fields, row, cells, problems);
            count(row, cells);
        }
        if (figures.isEmpty() || !problems.isEmpty()) {
            return List.of(new MappedRow(row.number(), cells, List.copyOf(problems)));
        }
        List<MappedRow> records = new ArrayList<>();
        for (Figure figure : figures) {
            record(figure, row, cells).ifPresent(records::add);
        }
        return records;
    }

    /** In which dates of numbers alone are read, as far as any needed it. */
    Optional<DateOrder> order() {
        return Optional.ofNullable(order);
    }

    MappingTally tally() {
        return new MappingTally(withoutArea, Map.copyOf(unknownAreas), Map.copyOf(otherTypes), withoutPosition);
    }

    private Optional<MappedRow> record(Figure figure, RawRow row, Map<String, String> common) {
        Map<String, String> own = new HashMap<>();
        Set<RowProblem> problems = new LinkedHashSet<>(0);
        boolean saysSomething = fill(figure.fields(), row, own, problems);
        if (!saysSomething && problems.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> cells = new HashMap<>(common);
        cells.putAll(own);
        if (!own.containsKey(REFERENCE)) {
            String reference = common.get(REFERENCE);
            cells.put(REFERENCE, reference == null ? figure.name() : reference + ":" + figure.name());
        }
        return Optional.of(new MappedRow(row.number(), cells, List.copyOf(problems)));
    }

    /** Whether a column, and not a constant alone, gave something. */
    private boolean fill(List<Field> from, RawRow row, Map<String, String> cells, Set<RowProblem> problems) {
        boolean isFromColumn = false;
        for (Field field : from) {
            String cell = field.columns().isEmpty() ? null : converted(field, row, problems);
            isFromColumn |= cell != null;
            String filled = cell == null ? field.constant() : cell;
            if (filled != null) {
                cells.put(field.name(), filled);
            }
        }
        return isFromColumn;
    }

    private String converted(Field field, RawRow row, Set<RowProblem> problems) {
        List<String> values = new ArrayList<>(field.columns().size());
        for (TableColumn column : field.columns()) {
            values.add(column == null ? null : Placeholders.without(row.value(column), field.conversion()));
        }
        try {
            return converted(field, values);
        } catch (ProviderFormatException e) {
            if (e.code().equals("AMBIGUOUS_DATE") && order == null && !isOrderSought) {
                isOrderSought = true;
                order = orderOfFile.get().orElse(null);
                return converted(field, row, problems);
            }
            problems.add(new RowProblem(row.number(), blamed(field), e.code(), e.getMessage()));
        } catch (Unreadable e) {
            problems.add(new RowProblem(row.number(), blamed(field), e.code(), e.getMessage()));
        }
        return null;
    }

    private String converted(Field field, List<String> values) {
        Cells cells = new Cells(values, order, zone, areas);
        if (field.remembered() == null) {
            return field.conversion().convert(cells);
        }
        Optional<String> known = field.remembered().get(values);
        if (known == null) {
            known = Optional.ofNullable(field.conversion().convert(cells));
            if (field.remembered().size() < MOST_REMEMBERED) {
                field.remembered().put(values, known);
            }
        }
        return known.orElse(null);
    }

    private static String blamed(Field field) {
        return field.columns().stream()
                .filter(Objects::nonNull)
                .map(TableColumn::name)
                .findFirst()
                .orElse(field.name());
    }

    private void count(RawRow row, Map<String, String> cells) {
        if (!cells.containsKey("lat")) {
            withoutPosition++;
        }
        if (!cells.containsKey("adm2")) {
            String area = given("adm2", row);
            if (area != null && !areas.isWider(area)) {
                withoutArea++;
                remember(area, unknownAreas);
            }
        }
        if ("OTHER".equals(cells.get("type"))) {
            String type = given("type", row);
            if (type != null && !Codes.words(type).equals("other")) {
                remember(type, otherTypes);
            }
        }
    }

    /** What the file says in the first column of a field that holds something; null for nothing. */
    private String given(String name, RawRow row) {
        for (Field field : fields) {
            if (field.name().equals(name)) {
                return field.columns().stream()
                        .flatMap(column -> Stream.ofNullable(
                                column == null ? null : Placeholders.without(row.value(column), field.conversion())))
                        .findFirst()
                        .orElse(null);
            }
        }
        return null;
    }

    private static void remember(String name, Map<String, Long> names) {
        if (names.size() < MappingTally.MOST_NAMES || names.containsKey(name)) {
            names.merge(name, 1L, Long::sum);
        }
    }

    private List<Field> fields(Map<String, FieldMapping> mappings) {
        List<Field> found = mappings.entrySet().stream()
                .map(entry -> field(entry.getKey(), entry.getValue()))
                .toList();
        found.stream()
                .flatMap(field -> field.columns().stream())
                .filter(Objects::nonNull)
                .forEach(column -> read.add(column.name()));
        return found;
    }

    private Field field(String name, FieldMapping mapping) {
        Conversion conversion = conversions
                .named(mapping.conversion())
                .orElseThrow(() -> new IllegalArgumentException("There is no conversion " + mapping.conversion()));
        List<TableColumn> found = new ArrayList<>();
        for (String column : mapping.columns()) {
            found.add(columns.find(column).orElse(null));
        }
        return new Field(
                name, found, conversion, mapping.constant(), conversion.isOfFewValues() ? new HashMap<>() : null);
    }
}
