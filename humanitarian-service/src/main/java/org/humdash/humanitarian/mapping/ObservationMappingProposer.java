package org.humdash.humanitarian.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.vocabulary.hxl.Columns;
import org.humdash.vocabulary.mapping.ColumnNames;
import org.humdash.vocabulary.mapping.CommonConversion;
import org.humdash.vocabulary.mapping.FieldMapping;
import org.humdash.vocabulary.mapping.FieldsBuilder;
import org.humdash.vocabulary.mapping.MappingProposal;
import org.humdash.vocabulary.mapping.TableMapping;
import org.humdash.vocabulary.table.TableColumn;

/** Recognises whose table of figures it is by its columns, and proposes how to read it. */
public final class ObservationMappingProposer {

    private final Columns ours;
    private final HxlTable hxl;

    /**
     * @param ours the columns a mapping may fill, and those it has to
     * @param indicators the catalogue by code, whose hashtags tell which column is whose figure
     */
    public ObservationMappingProposer(Columns ours, Map<String, IndicatorSummary> indicators) {
        this.ours = ours;
        this.hxl = new HxlTable(indicators);
    }

    /**
     * @param columns of the file
     * @param constants by the name of our column, for what the file does not say: originator, area, indicator
     */
    public MappingProposal propose(List<TableColumn> columns, Map<String, String> constants) {
        ColumnNames names = new ColumnNames(columns);
        String otherwise = otherSubject(names);
        if (otherwise != null) {
            return new MappingProposal(
                    TableKind.NOT_OBSERVATIONS.name(),
                    true,
                    new TableMapping(Map.of(), null),
                    List.copyOf(new TreeSet<>(ours.required())),
                    columns.stream().map(TableColumn::name).toList(),
                    List.of(otherwise));
        }
        FieldsBuilder fields = new FieldsBuilder(names);
        FiguresBuilder figures = new FiguresBuilder(names);
        TableKind kind = kind(names, columns);
        List<String> notes = new ArrayList<>(map(kind, fields, figures, columns, constants));
        // What the sender says of the whole file stands before what is only known of its provider.
        constants.forEach((field, value) -> {
            FieldMapping found = fields.fields().get(field);
            if (found != null && found.columns().isEmpty()) {
                fields.fields().put(field, FieldMapping.constant(value));
            } else {
                fields.constant(field, value);
            }
        });
        fields.fields().keySet().removeIf(name -> !isOurs(name));
        TableMapping mapping = new TableMapping(fields.fields(), figures.figures(), null);
        FieldMapping reference = mapping.fields().get("reference");
        if (reference != null && reference.isBy(CommonConversion.CONTENT_KEY)) {
            notes.add(
                    "The rows have no key of their own: it is made of what they say besides their figures, so that a row whose"
                            + " date or area changes becomes another one");
        }
        List<String> missing = new TreeSet<>(ours.required())
                .stream().filter(name -> !mapping.fills(name)).toList();
        return new MappingProposal(kind.name(), false, mapping, missing, names.unusedBy(mapping), notes);
    }

    private List<String> map(
            TableKind kind,
            FieldsBuilder fields,
            FiguresBuilder figures,
            List<TableColumn> columns,
            Map<String, String> constants) {
        switch (kind) {
            case OWN -> OwnTable.map(fields, ours);
            case TFP_CASUALTIES -> {
                TfpTables.casualties(fields, figures);
                return join(TfpTables.NOTES, TfpTables.CASUALTY_NOTES);
            }
            case TFP_WEST_BANK -> {
                TfpTables.westBank(fields, figures);
                return TfpTables.NOTES;
            }
            case TFP_INFRASTRUCTURE -> {
                TfpTables.infrastructure(fields, figures);
                return TfpTables.NOTES;
            }
            case DTM -> {
                DtmRecords.map(fields, figures);
                return DtmRecords.NOTES;
            }
            case HAPI -> {
                HapiTable.map(fields, figures);
                return HapiTable.isNeeds(fields) ? join(HapiTable.NOTES, HapiTable.NEEDS_NOTES) : HapiTable.NOTES;
            }
            case IDMC -> {
                IdmcEvents.map(fields, figures);
                return IdmcEvents.NOTES;
            }
            case HXL -> {
                hxl.map(fields, figures, columns, constants);
                return hxl.unknown(columns).stream()
                        .filter(tag -> !fields.has("value"))
                        .map(tag -> tag + " is no indicator's hashtag and is not read; a mapping can say whose it is")
                        .toList();
            }
            default -> OtherTable.map(fields);
        }
        return List.of();
    }

    private static TableKind kind(ColumnNames names, List<TableColumn> columns) {
        if (TfpTables.isCasualties(names)) {
            return TableKind.TFP_CASUALTIES;
        }
        if (TfpTables.isWestBank(names)) {
            return TableKind.TFP_WEST_BANK;
        }
        if (TfpTables.isInfrastructure(names)) {
            return TableKind.TFP_INFRASTRUCTURE;
        }
        if (DtmRecords.isOne(names)) {
            return TableKind.DTM;
        }
        if (HapiTable.isOne(names)) {
            return TableKind.HAPI;
        }
        if (IdmcEvents.isOne(names)) {
            return TableKind.IDMC;
        }
        if (OwnTable.isOne(names)) {
            return TableKind.OWN;
        }
        return columns.stream().anyMatch(column -> column.tag() != null) ? TableKind.HXL : TableKind.OTHER;
    }

    /** What the table is about instead; null if nothing speaks against figures of an area. */
    private static String otherSubject(ColumnNames names) {
        if (names.has("event_date") && (names.has("sub_event_type") || names.has("event_type"))) {
            return "These are single events, not figures of an area. Record them as incidents";
        }
        if (names.hasAll("type_of_violence", "date_start")) {
            return "These are single events of UCDP, not figures of an area. Record them as incidents";
        }
        return HapiTable.isOne(names) ? HapiTable.otherSubject(names) : null;
    }

    private boolean isOurs(String name) {
        return ours.required().contains(name) || ours.optional().contains(name);
    }

    private static List<String> join(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
