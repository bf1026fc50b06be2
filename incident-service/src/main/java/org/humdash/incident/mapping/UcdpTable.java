package org.humdash.incident.mapping;

import java.util.List;

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
        fields.first("reference", Conversion.TEXT, "id", "relid")
                .first("type", Conversion.UCDP_TYPE, "type_of_violence")
                .constant("type", "OTHER")
                .first("occurred_from", Conversion.FIRST_DAY, "date_start")
                .all("occurred_to", Conversion.LAST_DAY, "date_end", "date_start")
                .places("date_precision", Conversion.UCDP_DATE_PRECISION, "date_prec", "date_start", "date_end")
                .all("place_name", Conversion.TEXT, "where_coordinates", "where_description", "adm_2", "adm_1")
                .all("adm1", Conversion.ADM1, "adm_1", "adm_2")
                .all("adm2", Conversion.ADM2, "adm_2", "adm_1")
                .first("lat", Conversion.DEGREES, "latitude")
                .first("lon", Conversion.DEGREES, "longitude")
                .first("geo_precision", Conversion.PRECISION, "where_prec")
                .places("alleged_perpetrator", Conversion.UCDP_PERPETRATOR, "type_of_violence", "side_a")
                .first("killed_lower", Conversion.COUNT, "low", "low_est")
                .first("killed_best", Conversion.COUNT, "best", "best_est")
                .first("killed_upper", Conversion.COUNT, "high", "high_est")
                .first("description_en", Conversion.TEXT, "dyad_name", "conflict_name")
                .first("stated_source", Conversion.TEXT, "source_article");
    }
}
