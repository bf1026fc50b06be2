package org.humdash.incident.mapping;

import java.util.List;
import org.humdash.vocabulary.mapping.ColumnNames;
import org.humdash.vocabulary.mapping.CommonConversion;
import org.humdash.vocabulary.mapping.FieldsBuilder;

/** The georeferenced event data set of UCDP. */
final class UcdpTable {

    static final List<String> NOTES = List.of(
            "UCDP does not say by what means people were killed: violence against civilians is read as such, and anything"
                    + " else as OTHER unless another type is set",
            "The first side of a fight is not the one it is alleged of; both are named in the description");

    private UcdpTable() {}

    static boolean isOne(ColumnNames columns) {
        return columns.hasAll("type_of_violence", "date_start") && (columns.has("best") || columns.has("best_est"));
    }

    static void map(FieldsBuilder fields) {
        fields.first("reference", CommonConversion.TEXT, "id", "relid")
                .first("type", IncidentConversion.UCDP_TYPE, "type_of_violence")
                .constant("type", "OTHER")
                .first("occurred_from", CommonConversion.FIRST_DAY, "date_start")
                .all("occurred_to", CommonConversion.LAST_DAY, "date_end", "date_start")
                .places("date_precision", IncidentConversion.UCDP_DATE_PRECISION, "date_prec", "date_start", "date_end")
                .all("place_name", CommonConversion.TEXT, "where_coordinates", "where_description", "adm_2", "adm_1")
                .all("adm1", CommonConversion.ADM1, "adm_1", "adm_2")
                .all("adm2", CommonConversion.ADM2, "adm_2", "adm_1")
                .first("lat", CommonConversion.DEGREES, "latitude")
                .first("lon", CommonConversion.DEGREES, "longitude")
                .first("geo_precision", CommonConversion.PRECISION, "where_prec")
                .places("alleged_perpetrator", IncidentConversion.UCDP_PERPETRATOR, "type_of_violence", "side_a")
                .first("killed_lower", CommonConversion.COUNT, "low", "low_est")
                .first("killed_best", CommonConversion.COUNT, "best", "best_est")
                .first("killed_upper", CommonConversion.COUNT, "high", "high_est")
                .first("description_en", CommonConversion.TEXT, "dyad_name", "conflict_name")
                .first("stated_source", CommonConversion.TEXT, "source_article");
    }
}
