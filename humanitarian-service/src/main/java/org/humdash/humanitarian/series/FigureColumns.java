package org.humdash.humanitarian.series;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.humdash.humanitarian.observation.Age;
import org.humdash.humanitarian.observation.Cause;
import org.humdash.humanitarian.observation.Disaggregation;
import org.humdash.humanitarian.observation.Sex;
import org.humdash.humanitarian.observation.ShelterType;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.Qualifier;

/**
 * The columns of figures. A series may have thousands of rows that differ in little, and sending a column costs more than
 * finding the row: what the question has settled is left out, and a plain number is sent once and not as three bounds.
 *
 * @param source the only originator there is; null where rows tell
 * @param definition the only definition there is; null where rows tell
 */
record FigureColumns(String source, String definition, boolean withParts) {

    private static final String ALWAYS = "id, reference, valid_from, valid_to, best,"
            + " nullif(qualifier, 'EXACT'), case when qualifier <> 'EXACT' then lower end, lower_inclusive,"
            + " case when qualifier <> 'EXACT' then upper end, upper_inclusive, publisher, relay_of, published_on, hazard";

    private static final int FURTHER = 15;

    static FigureColumns of(SeriesQuestion question) {
        return new FigureColumns(
                question.sources().size() == 1 ? question.sources().getFirst() : null,
                question.definition(),
                question.withParts());
    }

    /** What is selected. */
    String list() {
        return ALWAYS
                + (source == null ? ", originator" : "")
                + (definition == null ? ", definition" : "")
                + (withParts ? ", sex, age, cause, shelter_type" : "");
    }

    String originator(ResultSet row) throws SQLException {
        return source == null ? row.getString(FURTHER) : source;
    }

    SeriesKey key(ResultSet row, String originator) throws SQLException {
        int next = FURTHER + (source == null ? 1 : 0);
        String by = definition == null ? row.getString(next) : definition;
        Disaggregation part = withParts ? part(row, next + (definition == null ? 1 : 0)) : null;
        return new SeriesKey(originator, by, row.getString(14), part);
    }

    Figure figure(ResultSet row) throws SQLException {
        return new Figure(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getObject(4, LocalDate.class),
                estimate(row),
                row.getString(11),
                row.getObject(12, UUID.class),
                row.getObject(13, LocalDate.class));
    }

    private static Estimate estimate(ResultSet row) throws SQLException {
        BigDecimal best = row.getBigDecimal(5);
        String qualifier = row.getString(6);
        return qualifier == null
                ? Estimate.exact(best)
                : new Estimate(
                        row.getBigDecimal(7),
                        row.getBoolean(8),
                        best,
                        row.getBigDecimal(9),
                        row.getBoolean(10),
                        Qualifier.valueOf(qualifier));
    }

    private static Disaggregation part(ResultSet row, int first) throws SQLException {
        String sex = row.getString(first);
        String age = row.getString(first + 1);
        String cause = row.getString(first + 2);
        String shelterType = row.getString(first + 3);
        boolean isAboutAll = sex == null && age == null && cause == null && shelterType == null;
        return isAboutAll
                ? null
                : new Disaggregation(
                        sex == null ? null : Sex.valueOf(sex),
                        age == null ? null : Age.valueOf(age),
                        cause == null ? null : Cause.valueOf(cause),
                        shelterType == null ? null : ShelterType.valueOf(shelterType));
    }
}
