package org.humdash.humanitarian.mapping;

import java.util.List;
import org.humdash.vocabulary.mapping.ColumnNames;
import org.humdash.vocabulary.mapping.CommonConversion;
import org.humdash.vocabulary.mapping.FieldMapping;
import org.humdash.vocabulary.mapping.FieldsBuilder;

/** Rows of the HDX Humanitarian API, in JSON or CSV: displaced people, humanitarian needs, and other figures of an area. */
final class HapiTable {

    static final List<String> NOTES = List.of(
            "The API does not say in a row whose figure it is: displaced people are taken as IOM's and needs as OCHA's, unless"
                    + " originator says otherwise");

    static final List<String> NEEDS_NOTES =
            List.of("Of needs, rows of all sectors and all people are read; those of one sector or category are parts");

    private HapiTable() {}

    static boolean isOne(ColumnNames columns) {
        return columns.hasAll("location_code", "reference_period_start") && columns.has("resource_hdx_id");
    }

    /** What its rows are, if they are no figures of people that are read here; null if they are. */
    static String otherSubject(ColumnNames columns) {
        if (columns.has("fatalities") && columns.has("events")) {
            return "These are counts of conflict events by month and area. Record events as incidents";
        }
        if (columns.has("ipc_phase")) {
            return "These are people by phase of food insecurity, for which there is no indicator. Save a mapping if you add one";
        }
        if (columns.has("commodity_code")) {
            return "These are prices of goods, not figures about people";
        }
        return null;
    }

    static void map(FieldsBuilder fields, FiguresBuilder figures) {
        boolean isNeeds = isNeeds(fields);
        fields.all("area", CommonConversion.AREA, "admin2_code", "admin1_code", "location_code")
                .first("valid_from", CommonConversion.FIRST_DAY, "reference_period_start")
                .all("valid_to", CommonConversion.LAST_DAY, "reference_period_end", "reference_period_start")
                .contentKey(
                        "reference_period_start",
                        "reference_period_end",
                        "location_code",
                        "admin1_code",
                        "provider_admin1_name",
                        "admin2_code",
                        "provider_admin2_name",
                        "operation",
                        "assessment_type",
                        "reporting_round",
                        "sector_code",
                        "category",
                        "population_status",
                        "gender",
                        "age_range");
        if (isNeeds) {
            fields.constant("originator", "OCHA");
            need(figures, "IN_NEED", "PEOPLE_IN_NEED", ObservationConversion.HAPI_IN_NEED);
            need(figures, "TARGETED", "PEOPLE_TARGETED", ObservationConversion.HAPI_TARGETED);
            need(figures, "REACHED", "PEOPLE_REACHED", ObservationConversion.HAPI_REACHED);
            return;
        }
        if (fields.knows("gender") && fields.knows("age_range")) {
            figures.places(
                    "POPULATION",
                    "POPULATION",
                    ObservationConversion.HAPI_EVERYBODY,
                    "population",
                    "gender",
                    "age_range");
            return;
        }
        fields.first("value", CommonConversion.FIGURE, "population");
        if (isDisplaced(fields)) {
            fields.constant("originator", "IOM").constant("indicator", "IDPS_PRESENT");
            fields.places(
                    "note",
                    ObservationConversion.DTM_NOTE,
                    "operation",
                    "reporting_round",
                    "displacement_reason",
                    "origin_admin1_name",
                    "assessment_type");
        }
    }

    static boolean isNeeds(FieldsBuilder fields) {
        return fields.knows("population_status") && fields.knows("sector_code");
    }

    private static boolean isDisplaced(FieldsBuilder fields) {
        return fields.knows("reporting_round") || fields.knows("assessment_type");
    }

    private static void need(FiguresBuilder figures, String name, String indicator, ObservationConversion conversion) {
        figures.places(name, indicator, conversion, "population", "population_status", "sector_code", "category")
                .with("indicator", FieldMapping.constant(indicator));
    }
}
