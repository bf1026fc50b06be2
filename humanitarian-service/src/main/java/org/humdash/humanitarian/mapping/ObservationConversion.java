package org.humdash.humanitarian.mapping;

import java.util.function.Function;
import org.humdash.vocabulary.mapping.Cells;
import org.humdash.vocabulary.mapping.Codes;
import org.humdash.vocabulary.mapping.Conversion;
import org.humdash.vocabulary.mapping.Conversions;

/** How what providers say of figures becomes ours. */
public enum ObservationConversion implements Conversion {
    /** Of report_source: the body whose report it was. */
    TFP_ORIGINATOR(cells -> TfpReports.originator(cells.get(0))),

    /** Of report_date, report_period: days that are rolled together begin before the day of the report. */
    TFP_FIRST_DAY(TfpReports::firstDay),

    /** Of a total, report_period, report_source: nothing where nobody reported and the total was carried forward. */
    TFP_TOTAL(cells -> TfpReports.isReported(cells.get(1), cells.get(2)) ? Codes.figure(cells.get(0)) : null),

    /** Of a figure of the period, report_period, report_source: nothing where nobody reported. */
    TFP_OF_PERIOD(TfpReports::ofPeriod),

    /** Of report_date, report_period, report_source: the day, if nobody reported on it. */
    TFP_UNREPORTED_DAY(TfpReports::unreportedDay),

    /** Of a figure, flash_source: nothing where the figure was carried forward. */
    TFP_FLASH(cells -> "fill".equals(cells.get(1)) ? null : Codes.figure(cells.get(0))),

    /** Of report_date: the key of the report. */
    TFP_CASUALTIES_KEY(cells -> TfpReports.key("casualties", cells)),
    TFP_WEST_BANK_KEY(cells -> TfpReports.key("west-bank", cells)),
    TFP_INFRASTRUCTURE_KEY(cells -> TfpReports.key("infrastructure", cells)),

    /** Of id. */
    DTM_KEY(cells -> cells.first() == null ? null : "dtm-" + cells.first()),

    /** Of operation, roundNumber, displacementReason, idpOriginAdmin1Name, assessmentType: what the figure is limited to. */
    DTM_NOTE(DtmRecords::note),

    /** Of population, population_status, sector_code, category: the total of all sectors in need, targeted or reached. */
    HAPI_IN_NEED(cells -> HapiNeeds.total(cells, "INN")),
    HAPI_TARGETED(cells -> HapiNeeds.total(cells, "TGT")),
    HAPI_REACHED(cells -> HapiNeeds.total(cells, "REA")),

    /** Of population, gender, age_range: of everybody. */
    HAPI_EVERYBODY(HapiNeeds::everybody),

    /** Of id. */
    IDMC_KEY(cells -> cells.first() == null ? null : "idmc-" + cells.first()),

    /** Of figure, qualifier, role: in words; nothing for what is kept for comparison. */
    IDMC_FIGURE(IdmcEvents::figure),

    /** Of locations_name: the finest area that has all of the places in it. */
    IDMC_AREA(IdmcEvents::area);

    /** Everything a mapping of observations may name. */
    public static final Conversions ALL = Conversions.commonAnd(values());

    private final Function<Cells, String> rule;

    ObservationConversion(Function<Cells, String> rule) {
        this.rule = rule;
    }

    @Override
    public String convert(Cells cells) {
        return rule.apply(cells);
    }

    @Override
    public boolean isOfFewValues() {
        return switch (this) {
            case DTM_KEY, IDMC_KEY -> false;
            default -> true;
        };
    }

    @Override
    public int dates() {
        return switch (this) {
            case TFP_FIRST_DAY, TFP_UNREPORTED_DAY, TFP_CASUALTIES_KEY, TFP_WEST_BANK_KEY, TFP_INFRASTRUCTURE_KEY -> 1;
            default -> 0;
        };
    }
}
