package org.humdash.incident.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.humdash.vocabulary.hxl.Columns;
import org.humdash.vocabulary.mapping.ColumnNames;
import org.humdash.vocabulary.mapping.CommonConversion;
import org.humdash.vocabulary.mapping.FieldMapping;
import org.humdash.vocabulary.mapping.FieldsBuilder;
import org.humdash.vocabulary.mapping.MappingProposal;
import org.humdash.vocabulary.mapping.TableMapping;
import org.humdash.vocabulary.table.TableColumn;

/** Recognises whose table it is by its columns, and proposes how to read it. */
public final class MappingProposer {

    private final Columns ours;

    /** @param ours the columns a mapping may fill, and those it has to */
    public MappingProposer(Columns ours) {
        this.ours = ours;
    }

    /**
     * @param columns of the file
     * @param constants by the name of our column, for what the file does not say: source, ceasefire, a default type
     */
    public MappingProposal propose(List<TableColumn> columns, Map<String, String> constants) {
        ColumnNames names = new ColumnNames(columns);
        String otherwise = OtherSubjects.of(names);
        if (otherwise != null) {
            return new MappingProposal(
                    TableKind.NOT_INCIDENTS.name(),
                    true,
                    new TableMapping(Map.of(), null),
                    missing(new TableMapping(Map.of(), null)),
                    columns.stream().map(TableColumn::name).toList(),
                    List.of(otherwise));
        }
        FieldsBuilder fields = new FieldsBuilder(names);
        TableKind kind = kind(names, columns);
        List<String> notes = new ArrayList<>();
        switch (kind) {
            case OWN -> OwnTable.map(fields, ours);
            case ACLED -> {
                AcledTable.map(fields);
                notes.addAll(AcledTable.NOTES);
            }
            case UCDP_GED -> {
                UcdpTable.map(fields);
                notes.addAll(UcdpTable.NOTES);
            }
            case HXL -> {
                HxlTable.map(fields);
                OtherTable.map(fields);
            }
            default -> OtherTable.map(fields);
        }
        if (names.has("geometry_type")) {
            notes.add("Lines and areas have no coordinates here; only points do");
        }
        timeOfDay(fields);
        fields.dropRepeatedFigures();
        constants.forEach(fields::constant);
        fields.fields().keySet().removeIf(Predicate.not(this::isOurs));
        TableMapping mapping = new TableMapping(fields.fields(), null);
        if (usesContentKey(mapping)) {
            notes.add("The records have no key of their own: it is made of what they say, so that a record whose date,"
                    + " place or description changes becomes another one");
        }
        return new MappingProposal(kind.name(), false, mapping, missing(mapping), names.unusedBy(mapping), notes);
    }

    /** Our columns that every row needs and this mapping gives nothing for. */
    public List<String> missing(TableMapping mapping) {
        return new TreeSet<>(ours.required())
                .stream().filter(name -> !mapping.fields().containsKey(name)).toList();
    }

    /** What a mapping would fill that is no column of ours. */
    public List<String> unknown(TableMapping mapping) {
        return mapping.fields().keySet().stream()
                .filter(Predicate.not(this::isOurs))
                .toList();
    }

    /** Our columns a mapping fills from columns that are not in the file, so that they would stay empty. */
    public List<String> unfilled(TableMapping mapping, List<TableColumn> columns) {
        ColumnNames names = new ColumnNames(columns);
        return mapping.fields().entrySet().stream()
                .filter(field -> field.getValue().constant() == null)
                .filter(field -> field.getValue().columns().stream().noneMatch(names::has))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static TableKind kind(ColumnNames names, List<TableColumn> columns) {
        if (AcledTable.isOne(names)) {
            return TableKind.ACLED;
        }
        if (UcdpTable.isOne(names)) {
            return TableKind.UCDP_GED;
        }
        if (OwnTable.isOne(names)) {
            return TableKind.OWN;
        }
        return columns.stream().anyMatch(column -> column.tag() != null) ? TableKind.HXL : TableKind.OTHER;
    }

    /** Where a date is written with a time, that of the day. */
    private static void timeOfDay(FieldsBuilder fields) {
        FieldMapping from = fields.fields().get("occurred_from");
        FieldMapping to = fields.fields().get("occurred_to");
        boolean isOneColumn = from != null
                && from.isBy(CommonConversion.FIRST_DAY)
                && from.columns().size() == 1;
        if (isOneColumn && to != null && !fields.has("date_precision")) {
            List<String> dates = List.of(from.columns().getFirst(), to.columns().getFirst());
            fields.put("local_time", FieldMapping.of(CommonConversion.TIME_OF_DAY, dates));
        }
    }

    private static boolean usesContentKey(TableMapping mapping) {
        FieldMapping reference = mapping.fields().get("reference");
        return reference != null && reference.isBy(CommonConversion.CONTENT_KEY);
    }

    private boolean isOurs(String name) {
        return ours.required().contains(name) || ours.optional().contains(name);
    }
}
