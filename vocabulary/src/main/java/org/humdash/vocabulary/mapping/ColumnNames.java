package org.humdash.vocabulary.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.humdash.vocabulary.table.HxlPattern;
import org.humdash.vocabulary.table.TableColumn;

/** Finds the columns of a file by what providers may have called them: case, spaces and underscores do not matter. */
public final class ColumnNames {

    private static final int SHAPEFILE_NAME = 10;

    private final List<TableColumn> columns;

    public ColumnNames(List<TableColumn> columns) {
        this.columns = columns;
    }

    public boolean has(String name) {
        return find(name).isPresent();
    }

    public boolean hasAll(String... names) {
        return Arrays.stream(names).allMatch(this::has);
    }

    /** The column of a name, or with a tag that a pattern such as {@code #date+occurred} means. */
    public Optional<TableColumn> find(String name) {
        if (name.startsWith("#")) {
            Optional<TableColumn> exact = columns.stream()
                    .filter(column -> column.name().equals(name))
                    .findFirst();
            return exact.or(() -> tagged(name));
        }
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .or(() -> columns.stream()
                        .filter(column -> squeezed(column.name()).equals(squeezed(name)))
                        .findFirst())
                .or(() -> columns.stream()
                        .filter(column -> isCutShort(column.name(), name))
                        .findFirst());
    }

    /** The name, as the file has it, of the first that is there; null if none is. */
    public String first(String... names) {
        return Arrays.stream(names)
                .map(this::find)
                .flatMap(Optional::stream)
                .map(TableColumn::name)
                .findFirst()
                .orElse(null);
    }

    /** The names, as the file has them, of those that are there. */
    public List<String> all(String... names) {
        return Arrays.stream(names)
                .map(this::find)
                .flatMap(Optional::stream)
                .map(TableColumn::name)
                .distinct()
                .toList();
    }

    /** The names in their places; a place of a column that is not there holds a name no file has. */
    public List<String> inPlace(String... names) {
        return Arrays.stream(names)
                .map(name -> Objects.requireNonNullElse(first(name), name))
                .toList();
    }

    /** Columns that a mapping does not read. */
    public List<String> unusedBy(TableMapping mapping) {
        List<TableColumn> unused = new ArrayList<>(columns);
        mapping.allFields()
                .flatMap(field -> field.columns().stream())
                .map(this::find)
                .flatMap(Optional::stream)
                .forEach(unused::remove);
        return unused.stream().map(TableColumn::name).toList();
    }

    private Optional<TableColumn> tagged(String pattern) {
        HxlPattern meant;
        try {
            meant = HxlPattern.parse(pattern);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return columns.stream().filter(column -> meant.matches(column.tag())).findFirst();
    }

    /** Shapefiles, and what is made of them, keep ten characters of a name. */
    private static boolean isCutShort(String found, String name) {
        return found.length() == SHAPEFILE_NAME
                && name.length() > SHAPEFILE_NAME
                && name.regionMatches(true, 0, found, 0, SHAPEFILE_NAME);
    }

    private static String squeezed(String name) {
        return Codes.words(name).replace(" ", "");
    }
}
