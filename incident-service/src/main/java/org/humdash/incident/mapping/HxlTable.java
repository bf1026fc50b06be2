package org.humdash.incident.mapping;

import org.humdash.vocabulary.mapping.CommonConversion;
import org.humdash.vocabulary.mapping.FieldsBuilder;

/** Tables with HXL hashtags: ours as exported, and those of others as far as their tags say the same. */
final class HxlTable {

    private static final String NOT_OCCURRED = "-reported-published-recorded-created-updated-year-event-end";

    private HxlTable() {}

    static void map(FieldsBuilder fields) {
        fields.first("source", CommonConversion.TEXT, "#meta+source+code")
                .first(
                        "reference",
                        CommonConversion.TEXT,
                        "#meta+id+ref",
                        "#event+id",
                        "#meta+id",
                        "#event+code-type",
                        "#*+id")
                .first("ceasefire", CommonConversion.TEXT, "#crisis+code+v_ceasefire")
                .first(
                        "type",
                        IncidentConversion.TYPE,
                        "#event+type+code",
                        "#event+type+v_acled",
                        "#event+subtype",
                        "#event+type")
                .first(
                        "occurred_from",
                        CommonConversion.FIRST_DAY,
                        "#date+occurred+start",
                        "#date+occurred-end",
                        "#date+start-event",
                        "#date" + NOT_OCCURRED)
                .all(
                        "occurred_to",
                        CommonConversion.LAST_DAY,
                        "#date+occurred+end",
                        "#date+end-occurred-event",
                        "#date+occurred+start",
                        "#date+occurred-end",
                        "#date+start-event",
                        "#date" + NOT_OCCURRED)
                .first("date_precision", CommonConversion.PRECISION, "#meta+date_precision")
                .first("local_time", CommonConversion.TEXT, "#date+time")
                .first(
                        "place_name",
                        CommonConversion.TEXT,
                        "#loc+name",
                        "#loc-code",
                        "#adm4+name",
                        "#adm3+name",
                        "#adm2+name")
                .all(
                        "adm1",
                        CommonConversion.ADM1,
                        "#adm1+code",
                        "#adm1+name",
                        "#adm1!",
                        "#adm2+code",
                        "#adm2+name",
                        "#adm2!")
                .all(
                        "adm2",
                        CommonConversion.ADM2,
                        "#adm2+code",
                        "#adm2+name",
                        "#adm2!",
                        "#adm1+code",
                        "#adm1+name",
                        "#adm1!")
                .first("lat", CommonConversion.DEGREES, "#geo+lat")
                .first("lon", CommonConversion.DEGREES, "#geo+lon")
                .first("geo_precision", CommonConversion.PRECISION, "#meta+geo_precision")
                .first(
                        "alleged_perpetrator",
                        CommonConversion.TEXT,
                        "#group+name+alleged",
                        "#group+alleged",
                        "#group+name",
                        "#group")
                .first("responsibility", CommonConversion.CODE, "#status+responsibility")
                .first(
                        "description_en",
                        CommonConversion.TEXT,
                        "#description+i_en",
                        "#description-i_ar",
                        "#event+description")
                .first("description_ar", CommonConversion.TEXT, "#description+i_ar")
                .first("url", CommonConversion.URL, "#meta+source+url", "#meta+url-archive", "#*+url-archive")
                .first("archive_url", CommonConversion.URL, "#meta+archive+url")
                .first("status", CommonConversion.CODE, "#status+code")
                .first("report_count", CommonConversion.TEXT, "#meta+source+num")
                .first("published_on", CommonConversion.FIRST_DAY, "#date+reported", "#date+published")
                .first("sensitivity", CommonConversion.CODE, "#meta+sensitivity")
                .first("licence", CommonConversion.TEXT, "#meta+licence", "#meta+license");
        sources(fields);
        figure(fields, "killed", "#affected+killed", "-children-women-f-m");
        figure(fields, "injured", "#affected+injured", "-children-women-f-m");
        figure(fields, "detained", "#affected+detained", "-children-women-f-m");
        figure(fields, "children_killed", "#affected+killed+children", "");
        figure(fields, "women_killed", "#affected+killed+f", "-children");
        figure(fields, "women_killed", "#affected+killed+women", "");
        figure(fields, "structures_destroyed", "#impact+structures+num", "");
    }

    /** Our exports tell registered sources from a provider's words for its own; others have only words. */
    private static void sources(FieldsBuilder fields) {
        fields.first("stated_source", CommonConversion.TEXT, "#meta+source+stated");
        if (fields.has("stated_source")) {
            fields.first("report_source", CommonConversion.TEXT, "#meta+source+name")
                    .first("relay_of", CommonConversion.TEXT, "#meta+source+original");
        } else {
            fields.first("stated_source", CommonConversion.TEXT, "#meta+source+name", "#meta+source-url-num-code");
        }
    }

    /** In numbers where the tags tell bounds apart, or else in one column, in a number or in words. */
    private static void figure(FieldsBuilder fields, String field, String tag, String others) {
        fields.first(
                        field + "_qualifier",
                        CommonConversion.CODE,
                        tag.replaceFirst("#\\w+", "#meta") + "+qualifier" + others,
                        tag + "+qualifier" + others)
                .first(field + "_lower", CommonConversion.COUNT, tag + "+min" + others)
                .first(field + "_best", CommonConversion.COUNT, tag + "+best" + others)
                .first(field + "_upper", CommonConversion.COUNT, tag + "+max" + others);
        boolean isInNumbers =
                fields.has(field + "_lower") || fields.has(field + "_best") || fields.has(field + "_upper");
        if (!isInNumbers) {
            fields.first(field, CommonConversion.FIGURE, tag + others);
        }
    }
}
