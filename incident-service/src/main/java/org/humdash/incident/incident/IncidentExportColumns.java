package org.humdash.incident.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.humdash.incident.violation.ViolationType;
import org.humdash.kit.export.ExportColumn;
import org.humdash.vocabulary.access.Clearance;
import org.humdash.vocabulary.export.Column.Kind;
import org.humdash.vocabulary.place.Gazetteer;
import org.humdash.vocabulary.text.BilingualText;

/**
 * The columns of exported incidents, from the SQL of an incident {@code i} and its first report {@code r}. The names are those a table is imported by, so that what goes out can come in elsewhere.
 */
final class IncidentExportColumns {

    private IncidentExportColumns() {}

    /** The columns as a caller may see them: what they are not cleared for is an empty column, never a missing one. */
    static List<ExportColumn> of(Clearance clearance) {
        boolean isStaff = clearance == Clearance.STAFF;
        List<ExportColumn> columns = new ArrayList<>();
        text(columns, "id", "#meta+id", "i.id::text");
        text(columns, "source", "#meta+source+code", "i.source");
        text(columns, "reference", "#meta+id+ref", "i.reference");
        number(columns, "revision", "#meta+revision", "i.revision");
        columns.add(ExportColumn.instant("recorded_at", "#date+recorded", "i.recorded_at"));
        text(columns, "ceasefire", "#crisis+code+v_ceasefire", "i.ceasefire");
        text(columns, "type", "#event+type+code", "i.type");
        columns.add(ExportColumn.text(
                "acled_type", "#event+type+v_acled", "i.type", type -> AcledName.of(ViolationType.valueOf(type))));
        date(columns, "occurred_from", "#date+occurred+start", "i.occurred_from");
        date(columns, "occurred_to", "#date+occurred+end", "i.occurred_to");
        text(columns, "local_time", null, "to_char(i.local_time, 'HH24:MI:SS')");
        number(columns, "date_precision", "#meta+date_precision", "i.date_precision");
        columns.add(ExportColumn.degrees("lat", "#geo+lat", Kind.LATITUDE, position("lat", clearance)));
        columns.add(ExportColumn.degrees("lon", "#geo+lon", Kind.LONGITUDE, position("lon", clearance)));
        number(
                columns,
                "geo_precision",
                "#meta+geo_precision",
                "case when i.geo_precision is not null then greatest(i.geo_precision, "
                        + IncidentQuery.finestPrecision(clearance) + ") end");
        text(columns, "adm1", "#adm1+code+v_pcode", "i.adm1");
        text(columns, "adm2", "#adm2+code+v_pcode", "i.adm2");
        areaName(columns, "adm2_name_en", "#adm2+name+i_en", BilingualText::en);
        areaName(columns, "adm2_name_ar", "#adm2+name+i_ar", BilingualText::ar);
        text(columns, "place_name", "#loc+name", isStaff ? "i.place_name" : "null::text");
        text(columns, "alleged_perpetrator", "#group+name+alleged", "i.alleged_perpetrator");
        text(columns, "responsibility", "#status+responsibility", "i.responsibility");
        text(columns, "grade", "#status+grade", "i.grade");
        text(columns, "grade_reason", null, "i.grade_reason");
        figure(columns, "killed", "#affected+killed");
        figure(columns, "injured", "#affected+injured");
        figure(columns, "detained", "#affected+detained");
        figure(columns, "children_killed", "#affected+killed+children");
        figure(columns, "women_killed", "#affected+killed+f");
        figure(columns, "structures_destroyed", "#impact+structures+num");
        text(columns, "description_en", "#description+i_en", "i.description_en");
        text(columns, "description_ar", "#description+i_ar", "i.description_ar");
        number(columns, "report_count", "#meta+source+num", "coalesce(r.report_count, 0)");
        text(columns, "report_source", "#meta+source+name", "r.source");
        text(columns, "relay_of", "#meta+source+original", "r.relay_of");
        text(columns, "stated_source", "#meta+source+stated", "r.stated_source");
        text(columns, "url", "#meta+source+url", "r.url");
        text(columns, "archive_url", "#meta+archive+url", "r.archive_url");
        date(columns, "published_on", "#date+reported", "r.published_on");
        text(columns, "status", "#status+code", "i.status");
        text(columns, "sensitivity", "#meta+sensitivity", "i.sensitivity");
        text(columns, "licence", "#meta+licence", "i.licence");
        return columns;
    }

    private static String position(String axis, Clearance clearance) {
        return switch (clearance) {
            case STAFF -> "i." + axis;
            case PARTNER -> IncidentQuery.cell(axis);
            case PUBLIC -> "null::double precision";
        };
    }

    private static void areaName(
            List<ExportColumn> columns, String name, String tag, Function<BilingualText, String> language) {
        Map<String, String> names = Gazetteer.palestine().areas().stream()
                .collect(Collectors.toMap(area -> area.pcode().value(), area -> language.apply(area.name())));
        columns.add(ExportColumn.text(name, tag, "i.adm2", names::get));
    }

    private static void figure(List<ExportColumn> columns, String figure, String tag) {
        text(
                columns,
                figure + "_qualifier",
                tag.replaceFirst("#\\w+", "#meta") + "+qualifier",
                "i." + figure + "_qualifier");
        number(columns, figure + "_lower", tag + "+min", "i." + figure + "_lower");
        number(columns, figure + "_best", tag + "+best", "i." + figure + "_best");
        number(columns, figure + "_upper", tag + "+max", "i." + figure + "_upper");
    }

    private static void text(List<ExportColumn> columns, String name, String tag, String sql) {
        columns.add(ExportColumn.text(name, tag, sql));
    }

    private static void number(List<ExportColumn> columns, String name, String tag, String sql) {
        columns.add(ExportColumn.number(name, tag, sql));
    }

    private static void date(List<ExportColumn> columns, String name, String tag, String sql) {
        columns.add(ExportColumn.date(name, tag, sql));
    }
}
