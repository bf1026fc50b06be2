package org.humdash.incident.mapping;

import java.util.List;

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
        fields.first("reference", Conversion.TEXT, "event_id_cnty", "data_id")
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
                .places("type", Conversion.ACLED_TYPE, "event_type", "sub_event_type", "inter1", "actor1", "tags")
                .places("occurred_from", Conversion.ACLED_FIRST_DAY, "event_date", "time_precision")
                .places("occurred_to", Conversion.ACLED_LAST_DAY, "event_date", "time_precision")
                .places("date_precision", Conversion.ACLED_DATE_PRECISION, "event_date", "time_precision")
                .all("place_name", Conversion.TEXT, "location", "admin3", "admin2", "admin1")
                .all("adm1", Conversion.ADM1, "admin1", "admin2")
                .all("adm2", Conversion.ADM2, "admin2", "admin1")
                .first("lat", Conversion.DEGREES, "latitude", "lat")
                .first("lon", Conversion.DEGREES, "longitude", "long", "lon")
                .first("geo_precision", Conversion.ACLED_GEO_PRECISION, "geo_precision")
                .first("alleged_perpetrator", Conversion.TEXT, "actor1")
                .first("killed", Conversion.COUNT, "fatalities")
                .first("description_en", Conversion.TEXT, "notes")
                .first("stated_source", Conversion.TEXT, "source");
    }
}
