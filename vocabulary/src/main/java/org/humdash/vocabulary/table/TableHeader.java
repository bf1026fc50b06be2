package org.humdash.vocabulary.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.humdash.vocabulary.hxl.CsvTable;
import org.humdash.vocabulary.hxl.TableException;
import org.humdash.vocabulary.hxl.TableException.Code;

/**
 * Names and tags of columns, and how many records make them up.
 *
 * @param headerRow number of the row that names the columns; null if none does
 * @param tagRow number of the row of hashtags; null if there is none
 * @param records how many of the first records are no data
 */
record TableHeader(List<TableColumn> columns, Long headerRow, Long tagRow, int records) {

    /** HXL: tags are looked for so far down. */
    static final int LAST_TAG_ROW = 25;

    /** A row of titles fills fewer cells than the names of the columns do. */
    private static final double SHARE_NAMED = 0.6;

    /** @param first the first records that hold something, some of them data; not empty */
    static TableHeader find(List<RawRecord> first) {
        int tags = tagRow(first);
        if (tags >= 0) {
            return of(first, tags - 1, tags);
        }
        long widest = first.stream().mapToLong(RawRecord::filled).max().orElse(0);
        int names = 0;
        while (first.get(names).filled() < widest * SHARE_NAMED) {
            names++;
        }
        if (isGrouped(first, names)) {
            List<RawRecord> joined = new ArrayList<>(first);
            joined.set(names + 1, joined(first.get(names), first.get(names + 1)));
            return of(joined, names + 1, -1);
        }
        return of(first, names, -1);
    }

    /**
     * Whether the names are in two rows, of which the upper one names groups of columns, as merged cells do: the lower one
     * names what the upper leaves open, leaves open some of what the upper names, and has no number in it, which rows of
     * data have. Read as a single row, the first column of each group would pass for all of it.
     */
    private static boolean isGrouped(List<RawRecord> first, int names) {
        if (names + 2 >= first.size()) {
            return false;
        }
        RawRecord upper = first.get(names);
        RawRecord lower = first.get(names + 1);
        boolean fillsGap = false;
        boolean leavesGap = false;
        for (int i = 0; i < Math.max(upper.cells().size(), lower.cells().size()); i++) {
            fillsGap |= i > 0 && upper.cell(i).isEmpty() && !lower.cell(i).isEmpty();
            leavesGap |= !upper.cell(i).isEmpty() && lower.cell(i).isEmpty();
        }
        return fillsGap && leavesGap && !hasDigit(lower) && hasDigit(first.get(names + 2));
    }

    private static boolean hasDigit(RawRecord row) {
        return row.cells().stream().anyMatch(cell -> cell.chars().anyMatch(Character::isDigit));
    }

    /** The lower names, each with that of its group before it. */
    private static RawRecord joined(RawRecord upper, RawRecord lower) {
        List<String> names = new ArrayList<>();
        String group = "";
        for (int i = 0; i < Math.max(upper.cells().size(), lower.cells().size()); i++) {
            if (!upper.cell(i).isEmpty()) {
                group = upper.cell(i);
            }
            names.add(lower.cell(i).isEmpty() ? upper.cell(i) : (group + " " + lower.cell(i)).strip());
        }
        return new RawRecord(lower.number(), names, names.size(), List.of());
    }

    /** Whether there is a row of hashtags among the first records. */
    static boolean areTagged(List<RawRecord> first) {
        return tagRow(first) >= 0;
    }

    /** Columns that are named otherwise than by a row, as in JSON objects, where a name can be a tag itself. */
    static TableHeader of(List<String> names) {
        boolean areTags = looksLikeTags(names);
        Names distinct = new Names();
        List<TableColumn> columns = new ArrayList<>();
        for (String name : names) {
            String label = CellText.shown(name.startsWith("\0") ? name.substring(1) : name);
            HxlTag tag = areTags ? HxlTag.parse(label).orElse(null) : null;
            columns.add(new TableColumn(columns.size(), distinct.next(label, columns.size()), label, tag));
        }
        return new TableHeader(columns, null, null, 0);
    }

    private static TableHeader of(List<RawRecord> first, int namesAt, int tagsAt) {
        int headers = Math.max(namesAt, tagsAt) + 1;
        int width = width(first, headers);
        if (width > CsvTable.MOST_COLUMNS) {
            throw new TableException(
                    Code.TOO_MANY_COLUMNS,
                    first.get(headers - 1).number(),
                    width + " columns; at most " + CsvTable.MOST_COLUMNS + " are read");
        }
        Names distinct = new Names();
        List<TableColumn> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            String label = CellText.shown(label(first, namesAt, i));
            HxlTag tag =
                    tagsAt < 0 ? null : HxlTag.parse(first.get(tagsAt).cell(i)).orElse(null);
            String name = label.isEmpty() && tag != null ? tag.toString() : label;
            columns.add(new TableColumn(i, distinct.next(name, i), label, tag));
        }
        return new TableHeader(
                columns,
                namesAt < 0 ? null : (Long) first.get(namesAt).number(),
                tagsAt < 0 ? null : (Long) first.get(tagsAt).number(),
                headers);
    }

    /** A column that every row has is a column, though the header may have forgotten it. */
    private static int width(List<RawRecord> first, int headers) {
        int named = first.subList(0, headers).stream()
                .mapToInt(RawRecord::count)
                .max()
                .orElse(0);
        int common = first.subList(headers, first.size()).stream()
                .mapToInt(RawRecord::count)
                .min()
                .orElse(0);
        return Math.max(named, common);
    }

    /** What stands in the row of names, or else in the nearest row above it. */
    private static String label(List<RawRecord> first, int namesAt, int position) {
        for (int row = namesAt; row >= 0; row--) {
            String label = first.get(row).cell(position);
            if (!label.isEmpty()) {
                return label;
            }
        }
        return "";
    }

    private static int tagRow(List<RawRecord> first) {
        for (int i = 0; i < first.size() && first.get(i).number() <= LAST_TAG_ROW; i++) {
            if (looksLikeTags(first.get(i).cells())) {
                return i;
            }
        }
        return -1;
    }

    /** At least half of what is there, as other readers of HXL have it. */
    private static boolean looksLikeTags(List<String> cells) {
        long filled = cells.stream().filter(cell -> !cell.isEmpty()).count();
        long tags =
                cells.stream().filter(cell -> HxlTag.parse(cell).isPresent()).count();
        return tags > 0 && tags * 2 >= filled;
    }

    /** Gives each column a name that no other has. */
    private static final class Names {

        private final Set<String> taken = new HashSet<>();

        String next(String name, int position) {
            String base = name.isEmpty() ? "(column " + (position + 1) + ")" : name;
            String distinct = base;
            for (int i = 2; !taken.add(distinct.toLowerCase(Locale.ROOT)); i++) {
                distinct = base + " (" + i + ")";
            }
            return distinct;
        }
    }
}
