package org.humdash.incident.mapping;

import java.util.List;
import org.humdash.vocabulary.mapping.ColumnNames;
import org.humdash.vocabulary.mapping.CommonConversion;
import org.humdash.vocabulary.mapping.FieldsBuilder;

/** Exports of ACLED: by its own tools, its API and through others, of today and of years ago. */
final class AcledTable {

    static final List<String> NOTES = List.of(
            "ACLED names the perpetrator first only where civilians are attacked; in battles the order says nothing",
            "A date precision of a week is taken as three days either side, one of a month as that month");

    private AcledTable() {}

    static boolean isOne(ColumnNames columns) {
        return columns.has("event_date")
                && (columns.has("event_type") || columns.has("sub_event_type"))
                && (columns.has("fatalities") || columns.has("actor1"));
    }

    static void map(FieldsBuilder fields) {
        fields.first("reference", CommonConversion.TEXT, "event_id_cnty", "data_id")
                .contentKey(
                        "event_date",
                        "event_type",
                        "sub_event_type",
                        "actor1",
                        "actor2",
                        "admin1",
                        "admin2",
                        "location",
                        "latitude",
                        "longitude",
                        "notes")
                .places(
                        "type",
                        IncidentConversion.ACLED_TYPE,
                        "event_type",
                        "sub_event_type",
                        "inter1",
                        "actor1",
                        "tags")
                .places("occurred_from", IncidentConversion.ACLED_FIRST_DAY, "event_date", "time_precision")
                .places("occurred_to", IncidentConversion.ACLED_LAST_DAY, "event_date", "time_precision")
                .places("date_precision", IncidentConversion.ACLED_DATE_PRECISION, "event_date", "time_precision")
                .all("place_name", CommonConversion.TEXT, "location", "admin3", "admin2", "admin1")
                .all("adm1", CommonConversion.ADM1, "admin1", "admin2")
                .all("adm2", CommonConversion.ADM2, "admin2", "admin1")
                .first("lat", CommonConversion.DEGREES, "latitude", "lat")
                .first("lon", CommonConversion.DEGREES, "longitude", "long", "lon")
                .first("geo_precision", IncidentConversion.ACLED_GEO_PRECISION, "geo_precision")
                .first("alleged_perpetrator", CommonConversion.TEXT, "actor1")
                .first("killed", CommonConversion.COUNT, "fatalities")
                .first("description_en", CommonConversion.TEXT, "notes")
                .first("stated_source", CommonConversion.TEXT, "source");
    }
}
