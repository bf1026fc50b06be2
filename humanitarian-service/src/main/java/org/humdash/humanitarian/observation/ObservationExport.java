package org.humdash.humanitarian.observation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.kit.export.ExportColumn;
import org.humdash.kit.export.TableExport;
import org.humdash.kit.export.TableExport.Selection;
import org.humdash.kit.query.ListOrder;
import org.humdash.kit.revision.ReadScope;
import org.humdash.vocabulary.access.Clearance;
import org.humdash.vocabulary.export.Column.Kind;
import org.humdash.vocabulary.export.ExportFormat;
import org.humdash.vocabulary.place.Area;
import org.humdash.vocabulary.place.Centroid;
import org.humdash.vocabulary.place.Gazetteer;

/**
 * Observations as tables of any length. The columns have the names that a table is imported by, so that what goes out can
 * come in elsewhere; the others are passed over there.
 */
@ApplicationScoped
class ObservationExport {

    private final TableExport tables;

    ObservationExport(TableExport tables) {
        this.tables = tables;
    }

    /** All observations that a query finds. */
    Response answer(
            ObservationQuery query, ListOrder order, ReadScope scope, ObservationContext context, ExportFormat format) {
        Selection selection = new Selection(
                "observations", columns(context, scope.clearance()), "observation o", query.whole(), order.clause());
        return tables.answer(selection, scope, format);
    }

    private static List<ExportColumn> columns(ObservationContext context, Clearance clearance) {
        return List.of(
                ExportColumn.text("id", "#meta+id", "o.id::text"),
                ExportColumn.text("reference", "#meta+id+ref", "o.reference"),
                ExportColumn.number("revision", "#meta+revision", "o.revision"),
                ExportColumn.instant("recorded_at", "#date+recorded", "o.recorded_at"),
                ExportColumn.text("indicator", "#indicator+code", "o.indicator"),
                indicator(
                        "indicator_name_en",
                        "#indicator+name+i_en",
                        context,
                        found -> found.name().en()),
                indicator(
                        "indicator_name_ar",
                        "#indicator+name+i_ar",
                        context,
                        found -> found.name().ar()),
                ExportColumn.text("area", "#loc+area+code+v_pcode", "o.area"),
                ExportColumn.text(
                        "adm1", "#adm1+code+v_pcode", "case when length(o.area) >= 4 then left(o.area, 4) end"),
                ExportColumn.text("adm2", "#adm2+code+v_pcode", "case when length(o.area) = 6 then o.area end"),
                area("area_name_en", "#loc+area+name+i_en", area -> area.name().en()),
                area("area_name_ar", "#loc+area+name+i_ar", area -> area.name().ar()),
                degrees("lat", "#geo+lat", Kind.LATITUDE, Centroid::lat),
                degrees("lon", "#geo+lon", Kind.LONGITUDE, Centroid::lon),
                ExportColumn.text("definition", "#meta+definition", "o.definition"),
                ExportColumn.text("qualifier", "#meta+qualifier", "o.qualifier"),
                ExportColumn.decimal("lower", "#indicator+num+min", "trim_scale(o.lower)"),
                ExportColumn.decimal("best", "#indicator+num+best", "trim_scale(o.best)"),
                ExportColumn.decimal("upper", "#indicator+num+max", "trim_scale(o.upper)"),
                indicator("unit", "#meta+unit", context, IndicatorSummary::unit),
                ExportColumn.text("report", "#meta+report", "o.report"),
                ExportColumn.date("valid_from", "#date+start", "o.valid_from"),
                ExportColumn.date("valid_to", "#date+end", "o.valid_to"),
                ExportColumn.date("published_on", "#date+reported", "o.published_on"),
                ExportColumn.text("sex", "#meta+sex", "o.sex"),
                ExportColumn.text("age", "#meta+age", "o.age"),
                ExportColumn.text("cause", "#meta+cause", "o.cause"),
                ExportColumn.text("shelter_type", "#meta+shelter_type", "o.shelter_type"),
                ExportColumn.text(
                        "hazard",
                        "#crisis+code",
                        "o.hazard",
                        code -> context.hiddenHazards().contains(code) ? null : code),
                ExportColumn.text("originator", "#meta+source+original", "o.originator"),
                ExportColumn.text("publisher", "#meta+source+publisher", "o.publisher"),
                ExportColumn.text("relay_of", "#meta+relay+ref", relayed(clearance)),
                ExportColumn.text("url", "#meta+source+url", "o.url"),
                ExportColumn.text("archive_url", "#meta+archive+url", "o.archive_url"),
                ExportColumn.text("text", "#meta+verbatim", "o.verbatim"),
                ExportColumn.text("language", "#meta+language", "o.language"),
                ExportColumn.text("note", "#description", "o.note"),
                ExportColumn.text("sensitivity", "#meta+sensitivity", "o.sensitivity"));
    }

    private static ExportColumn indicator(
            String name, String tag, ObservationContext context, Function<IndicatorSummary, String> shown) {
        return ExportColumn.text(
                name,
                tag,
                "o.indicator",
                code -> shown.apply(context.indicators().get(code)));
    }

    private static ExportColumn area(String name, String tag, Function<Area, String> shown) {
        return ExportColumn.text(
                name,
                tag,
                "o.area",
                code -> Gazetteer.palestine().find(code).map(shown).orElse(null));
    }

    /** The middle of the area a figure is about: a place for a label. */
    private static ExportColumn degrees(String name, String tag, Kind axis, Function<Centroid, Double> degrees) {
        return ExportColumn.degrees(
                name,
                tag,
                axis,
                "o.area",
                code -> Gazetteer.palestine()
                        .find(code)
                        .map(Area::centroid)
                        .map(degrees)
                        .orElse(null));
    }

    /** The reference of the observation that one passes on, if the caller may see that too. */
    private static String relayed(Clearance clearance) {
        String readable = clearance.mayRead().stream()
                .map(sensitivity -> "'" + sensitivity + "'")
                .collect(Collectors.joining(", "));
        return "(select r.reference from observation r where r.id = o.relay_of and r.superseded_at is null"
                + " and r.sensitivity in (" + readable + "))";
    }
}
