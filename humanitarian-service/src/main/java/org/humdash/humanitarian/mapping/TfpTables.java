package org.humdash.humanitarian.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.humdash.vocabulary.mapping.ColumnNames;
import org.humdash.vocabulary.mapping.CommonConversion;
import org.humdash.vocabulary.mapping.FieldMapping;
import org.humdash.vocabulary.mapping.FieldsBuilder;

/** The daily series that Tech for Palestine compiles. Its extrapolations, {@code ext_*}, are nobody's statements. */
final class TfpTables {

    static final List<String> NOTES = List.of(
            "Columns that begin with ext_ are extrapolations and no statements: they are not read",
            "Totals are taken to count from 7 October 2023");

    static final List<String> CASUALTY_NOTES = List.of(
            "A day whose report_period is 0, or whose report_source is missing, is a day without a report: what was filled in"
                    + " for it is not read",
            "killed holds deaths recorded retrospectively too and is taken as KILLED_ADDED_DAILY; those newly killed during a"
                    + " truce are KILLED_TRUCE_NEW_DAILY");

    private static final String WAR_BEGAN = "2023-10-07";
    private static final FieldMapping SINCE = FieldMapping.constant(WAR_BEGAN);
    private static final FieldMapping CHILDREN = FieldMapping.constant("CHILD");
    private static final FieldMapping VERIFIED = FieldMapping.constant("OCHA_VERIFIED");
    private static final FieldMapping FLASH = FieldMapping.constant("OCHA_FLASH");
    private static final String DATE = "report_date";
    private static final String PERIOD = "report_period";
    private static final String SOURCE = "report_source";

    /** What the ministry reports on each day. */
    private static final List<String> REPORTED_DAILY =
            List.of("KILLED_ADDED_DAILY", "INJURED_DAILY", "KILLED_TRUCE_NEW_DAILY");

    private TfpTables() {}

    static boolean isCasualties(ColumnNames columns) {
        return columns.hasAll(DATE, PERIOD, SOURCE) && (columns.has("killed_cum") || columns.has("killed"));
    }

    static boolean isWestBank(ColumnNames columns) {
        return columns.hasAll(DATE, "flash_source") || columns.hasAll(DATE, "verified.killed");
    }

    static boolean isInfrastructure(ColumnNames columns) {
        return columns.has(DATE) && (columns.has("residential.ext_destroyed") || columns.has("residential.destroyed"));
    }

    static void casualties(FieldsBuilder fields, FiguresBuilder figures) {
        fields.constant("area", "PS02")
                .constant("publisher", "TECH_FOR_PALESTINE")
                .first("originator", ObservationConversion.TFP_ORIGINATOR, SOURCE)
                .first("reference", ObservationConversion.TFP_CASUALTIES_KEY, DATE)
                .places("valid_from", ObservationConversion.TFP_FIRST_DAY, DATE, PERIOD)
                .first("valid_to", CommonConversion.LAST_DAY, DATE)
                .first("published_on", CommonConversion.LAST_DAY, DATE);
        daily(figures, "KILLED_ADDED_DAILY", "killed");
        daily(figures, "KILLED_TRUCE_NEW_DAILY", "killed_truce_new");
        daily(figures, "KILLED_RECOVERED_DAILY", "killed_recovered");
        daily(figures, "KILLED_SUCCUMBED_DAILY", "killed_succumbed");
        daily(figures, "KILLED_COMMITTEE_DAILY", "killed_committee");
        daily(figures, "INJURED_DAILY", "injured");
        total(figures, "KILLED_CUMULATIVE", "KILLED_CUMULATIVE", "killed_cum");
        total(figures, "KILLED_CUMULATIVE_CHILDREN", "KILLED_CUMULATIVE", "killed_children_cum")
                .with("age", CHILDREN);
        total(figures, "KILLED_CUMULATIVE_WOMEN", "KILLED_CUMULATIVE", "killed_women_cum")
                .with("sex", FieldMapping.constant("FEMALE"))
                .with("age", FieldMapping.constant("ADULT"));
        total(figures, "INJURED_CUMULATIVE", "INJURED_CUMULATIVE", "injured_cum");
        total(figures, "MEDICAL_KILLED_CUMULATIVE", "MEDICAL_KILLED_CUMULATIVE", "med_killed_cum");
        total(figures, "PRESS_KILLED_CUMULATIVE", "PRESS_KILLED_CUMULATIVE", "press_killed_cum");
        total(figures, "CIVIL_DEFENCE_KILLED_CUMULATIVE", "CIVIL_DEFENCE_KILLED_CUMULATIVE", "civdef_killed_cum");
        total(figures, "FAMINE_DEATHS_CUMULATIVE", "FAMINE_DEATHS_CUMULATIVE", "famine_cum");
        total(figures, "FAMINE_DEATHS_CUMULATIVE_CHILDREN", "FAMINE_DEATHS_CUMULATIVE", "child_famine_cum")
                .with("age", CHILDREN);
        total(figures, "AID_SEEKERS_KILLED_CUMULATIVE", "AID_SEEKERS_KILLED_CUMULATIVE", "aid_seeker_killed_cum");
        total(figures, "AID_SEEKERS_INJURED_CUMULATIVE", "AID_SEEKERS_INJURED_CUMULATIVE", "aid_seeker_injured_cum");
        FieldMapping day = FieldMapping.of(ObservationConversion.TFP_UNREPORTED_DAY, DATE, PERIOD, SOURCE);
        for (String indicator : REPORTED_DAILY) {
            figures.put(
                    "NO_REPORT_" + indicator,
                    Map.of(
                            "report",
                            FieldMapping.constant("NO_REPORT"),
                            "indicator",
                            FieldMapping.constant(indicator),
                            "valid_from",
                            day,
                            "valid_to",
                            day));
        }
    }

    static void westBank(FieldsBuilder fields, FiguresBuilder figures) {
        fields.constant("area", "PS01")
                .constant("originator", "OCHA")
                .constant("publisher", "TECH_FOR_PALESTINE")
                .first("reference", ObservationConversion.TFP_WEST_BANK_KEY, DATE)
                .first("valid_from", CommonConversion.FIRST_DAY, DATE)
                .first("valid_to", CommonConversion.LAST_DAY, DATE);
        for (String what : List.of("killed", "injured")) {
            String indicator = what.toUpperCase(Locale.ROOT);
            figures.add("VERIFIED_" + indicator, indicator + "_DAILY", CommonConversion.COUNT, "verified." + what)
                    .with("definition", VERIFIED);
            figures.add(
                            "VERIFIED_" + indicator + "_CHILDREN",
                            indicator + "_DAILY",
                            CommonConversion.COUNT,
                            "verified." + what + "_children")
                    .with("definition", VERIFIED)
                    .with("age", CHILDREN);
            figures.add(
                            "VERIFIED_" + indicator + "_CUMULATIVE",
                            indicator + "_CUMULATIVE",
                            CommonConversion.COUNT,
                            "verified." + what + "_cum")
                    .with("definition", VERIFIED)
                    .with("valid_from", SINCE);
            figures.add(
                            "VERIFIED_" + indicator + "_CUMULATIVE_CHILDREN",
                            indicator + "_CUMULATIVE",
                            CommonConversion.COUNT,
                            "verified." + what + "_children_cum")
                    .with("definition", VERIFIED)
                    .with("age", CHILDREN)
                    .with("valid_from", SINCE);
            flash(figures, "FLASH_" + indicator + "_CUMULATIVE", indicator + "_CUMULATIVE", what + "_cum")
                    .with("definition", FLASH);
            flash(
                            figures,
                            "FLASH_" + indicator + "_CUMULATIVE_CHILDREN",
                            indicator + "_CUMULATIVE",
                            what + "_children_cum")
                    .with("definition", FLASH)
                    .with("age", CHILDREN);
        }
        flash(figures, "FLASH_SETTLER_ATTACKS_CUMULATIVE", "SETTLER_ATTACKS_CUMULATIVE", "settler_attacks_cum");
        flash(figures, "FLASH_PEOPLE_DISPLACED_CUMULATIVE", "PEOPLE_DISPLACED_CUMULATIVE", "displaced_persons_cum");
        flash(
                        figures,
                        "FLASH_PEOPLE_DISPLACED_CUMULATIVE_CHILDREN",
                        "PEOPLE_DISPLACED_CUMULATIVE",
                        "displaced_children_cum")
                .with("age", CHILDREN);
        flash(
                figures,
                "FLASH_HOUSEHOLDS_DISPLACED_CUMULATIVE",
                "HOUSEHOLDS_DISPLACED_CUMULATIVE",
                "displaced_households_cum");
    }

    static void infrastructure(FieldsBuilder fields, FiguresBuilder figures) {
        fields.constant("area", "PS02")
                .constant("originator", "GAZA_GMO")
                .constant("publisher", "TECH_FOR_PALESTINE")
                .first("reference", ObservationConversion.TFP_INFRASTRUCTURE_KEY, DATE)
                .put("valid_from", SINCE)
                .first("valid_to", CommonConversion.LAST_DAY, DATE)
                .first("published_on", CommonConversion.LAST_DAY, DATE);
        destroyed(figures, "HOUSING_UNITS_DESTROYED", "residential.destroyed");
        destroyed(figures, "CIVIC_BUILDINGS_DESTROYED", "civic_buildings.destroyed");
        destroyed(figures, "EDUCATION_BUILDINGS_DESTROYED", "educational_buildings.destroyed");
        destroyed(figures, "EDUCATION_BUILDINGS_DAMAGED", "educational_buildings.damaged");
        destroyed(figures, "MOSQUES_DESTROYED", "places_of_worship.mosques_destroyed");
        destroyed(figures, "MOSQUES_DAMAGED", "places_of_worship.mosques_damaged");
        destroyed(figures, "CHURCHES_DESTROYED", "places_of_worship.churches_destroyed");
    }

    private static void daily(FiguresBuilder figures, String indicator, String column) {
        figures.places(indicator, indicator, ObservationConversion.TFP_OF_PERIOD, column, PERIOD, SOURCE);
    }

    private static FiguresBuilder total(FiguresBuilder figures, String name, String indicator, String column) {
        return figures.places(name, indicator, ObservationConversion.TFP_TOTAL, column, PERIOD, SOURCE)
                .with("valid_from", SINCE);
    }

    private static FiguresBuilder flash(FiguresBuilder figures, String name, String indicator, String column) {
        return figures.places(name, indicator, ObservationConversion.TFP_FLASH, column, "flash_source")
                .with("valid_from", SINCE);
    }

    private static void destroyed(FiguresBuilder figures, String indicator, String column) {
        figures.add(indicator, indicator, CommonConversion.COUNT, column);
    }
}
