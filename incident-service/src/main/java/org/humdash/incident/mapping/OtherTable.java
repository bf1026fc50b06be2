package org.humdash.incident.mapping;

import org.humdash.vocabulary.mapping.CommonConversion;
import org.humdash.vocabulary.mapping.FieldsBuilder;

/** Tables of nobody in particular: columns are matched by the words people use, in English and in Arabic. */
final class OtherTable {

    private OtherTable() {}

    static void map(FieldsBuilder fields) {
        fields.first(
                        "occurred_from",
                        CommonConversion.FIRST_DAY,
                        "occurred_from",
                        "event_date",
                        "incident_date",
                        "date_start",
                        "start_date",
                        "date_of_incident",
                        "date",
                        "التاريخ",
                        "تاريخ الحادث")
                .all(
                        "occurred_to",
                        CommonConversion.LAST_DAY,
                        "occurred_to",
                        "date_end",
                        "end_date",
                        "occurred_from",
                        "event_date",
                        "incident_date",
                        "date_start",
                        "start_date",
                        "date_of_incident",
                        "date",
                        "التاريخ",
                        "تاريخ الحادث")
                .first(
                        "reference",
                        CommonConversion.TEXT,
                        "reference",
                        "ref",
                        "incident_id",
                        "event_id",
                        "record_id",
                        "id",
                        "المرجع")
                .first(
                        "type",
                        IncidentConversion.TYPE,
                        "type",
                        "incident_type",
                        "event_type",
                        "sub_event_type",
                        "violation_type",
                        "category",
                        "النوع",
                        "نوع الحادث")
                .all(
                        "place_name",
                        CommonConversion.TEXT,
                        "place_name",
                        "place",
                        "location",
                        "settlement",
                        "city_settl",
                        "city",
                        "locality",
                        "name",
                        "المكان",
                        "الموقع")
                .all(
                        "adm1",
                        CommonConversion.ADM1,
                        "adm1_pcode",
                        "admin1pcod",
                        "admin1pcode",
                        "adm1",
                        "admin1",
                        "adm_1",
                        "region",
                        "oblast",
                        "المنطقة",
                        "adm2_pcode",
                        "admin2pcod",
                        "admin2pcode",
                        "adm2",
                        "admin2",
                        "adm_2",
                        "governorate",
                        "rayon",
                        "المحافظة")
                .all(
                        "adm2",
                        CommonConversion.ADM2,
                        "adm2_pcode",
                        "admin2pcod",
                        "admin2pcode",
                        "adm2",
                        "admin2",
                        "adm_2",
                        "governorate",
                        "rayon",
                        "district",
                        "المحافظة",
                        "adm1_pcode",
                        "adm1",
                        "admin1")
                .first("lat", CommonConversion.DEGREES, "lat", "latitude", "y", "خط العرض")
                .first("lon", CommonConversion.DEGREES, "lon", "long", "lng", "longitude", "x", "خط الطول")
                .first(
                        "alleged_perpetrator",
                        CommonConversion.TEXT,
                        "alleged_perpetrator",
                        "perpetrator",
                        "actor",
                        "actor1")
                .first("killed", CommonConversion.FIGURE, "killed", "deaths", "dead", "fatalities", "القتلى", "الشهداء")
                .first("injured", CommonConversion.FIGURE, "injured", "wounded", "injuries", "الجرحى", "المصابون")
                .first("detained", CommonConversion.FIGURE, "detained", "arrested", "المعتقلون")
                .first(
                        "description_en",
                        CommonConversion.TEXT,
                        "description_en",
                        "description",
                        "notes",
                        "summary",
                        "details")
                .first("description_ar", CommonConversion.TEXT, "description_ar", "الوصف", "التفاصيل")
                .first("url", CommonConversion.URL, "url", "source_url", "link", "humanitari", "الرابط")
                .first("stated_source", CommonConversion.TEXT, "source", "source_name", "humanitari", "المصدر")
                .contentKey(
                        "event_date",
                        "incident_date",
                        "date_start",
                        "start_date",
                        "date",
                        "التاريخ",
                        "type",
                        "incident_type",
                        "category",
                        "النوع",
                        "place",
                        "location",
                        "city_settl",
                        "name",
                        "المكان",
                        "admin4pcod",
                        "admin2pcod",
                        "lat",
                        "latitude",
                        "lon",
                        "long",
                        "longitude",
                        "url",
                        "link",
                        "humanitari",
                        "description",
                        "notes",
                        "الوصف");
    }
}
