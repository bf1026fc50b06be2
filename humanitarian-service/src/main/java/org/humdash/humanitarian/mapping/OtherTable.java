package org.humdash.humanitarian.mapping;

import org.humdash.vocabulary.mapping.CommonConversion;
import org.humdash.vocabulary.mapping.FieldsBuilder;

/** Tables of nobody in particular: columns are matched by the words people use, in English and in Arabic. */
final class OtherTable {

    private static final String[] DATES = {
        "valid_from",
        "date_from",
        "start_date",
        "reference_period_start",
        "date",
        "as_of",
        "report_date",
        "reporting_date",
        "reference_date",
        "التاريخ",
        "تاريخ التقرير"
    };

    private static final String[] LAST_DATES = {
        "valid_to",
        "date_to",
        "end_date",
        "reference_period_end",
        "date",
        "as_of",
        "report_date",
        "reporting_date",
        "reference_date",
        "التاريخ",
        "تاريخ التقرير",
        "valid_from",
        "date_from",
        "start_date"
    };

    private OtherTable() {}

    static void map(FieldsBuilder fields) {
        fields.first("valid_from", CommonConversion.FIRST_DAY, DATES)
                .all("valid_to", CommonConversion.LAST_DAY, LAST_DATES)
                .first("published_on", CommonConversion.FIRST_DAY, "published_on", "published", "publication_date")
                .all(
                        "area",
                        CommonConversion.AREA,
                        "adm2_pcode",
                        "admin2pcode",
                        "admin2_code",
                        "adm2",
                        "admin2",
                        "governorate",
                        "district",
                        "المحافظة",
                        "adm1_pcode",
                        "admin1pcode",
                        "admin1_code",
                        "adm1",
                        "admin1",
                        "region",
                        "area",
                        "المنطقة",
                        "country")
                .first("indicator", CommonConversion.CODE, "indicator", "indicator_code", "المؤشر")
                .first("originator", CommonConversion.TEXT, "originator", "source_code")
                .first("publisher", CommonConversion.TEXT, "publisher")
                .first("reference", CommonConversion.TEXT, "reference", "ref", "record_id", "id", "المرجع")
                .first("definition", CommonConversion.CODE, "definition")
                .first("value", CommonConversion.NUMBER, "value", "figure", "count", "number", "القيمة", "العدد")
                .first("url", CommonConversion.URL, "url", "source_url", "link", "الرابط")
                .first("note", CommonConversion.TEXT, "note", "notes", "comment", "ملاحظات")
                .contentKey(
                        "date",
                        "as_of",
                        "report_date",
                        "reporting_date",
                        "reference_date",
                        "start_date",
                        "التاريخ",
                        "end_date",
                        "indicator",
                        "indicator_code",
                        "area",
                        "adm2_pcode",
                        "adm2",
                        "admin2",
                        "governorate",
                        "adm1_pcode",
                        "adm1",
                        "admin1",
                        "region",
                        "url",
                        "source_url");
    }
}
