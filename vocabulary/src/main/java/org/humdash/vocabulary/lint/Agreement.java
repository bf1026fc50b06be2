package org.humdash.vocabulary.lint;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.Qualifier;

/**
 * How well a figure somebody stated fits a number that was reckoned.
 *
 * <p>A stated number has the digits it was stated with. It agrees if the number reckoned, rounded to these digits, is it.
 * Sources also cut digits off, or round the other way: such a number is less than one unit of its last digit away.
 */
enum Agreement {
    AGREES,
    /** Less than one unit of the last digit away, and yet not the rounded number. */
    LAST_DIGIT,
    DIFFERS;

    static Agreement of(Estimate stated, BigDecimal reckoned) {
        return switch (stated.qualifier()) {
            case EXACT -> ofNumber(stated.best(), reckoned);
            case APPROXIMATELY -> {
                BigDecimal away = reckoned.subtract(stated.best()).abs();
                yield away.compareTo(lastRoundDigit(stated.best())) < 0 ? AGREES : DIFFERS;
            }
            case AT_LEAST, MORE_THAN -> ofBound(reckoned.compareTo(stated.lower()), stated, stated.lower(), reckoned);
            case AT_MOST, FEWER_THAN -> ofBound(stated.upper().compareTo(reckoned), stated, stated.upper(), reckoned);
            case RANGE, ORDER ->
                reckoned.compareTo(stated.lower()) >= 0 && reckoned.compareTo(stated.upper()) <= 0 ? AGREES : DIFFERS;
        };
    }

    private static Agreement ofNumber(BigDecimal stated, BigDecimal reckoned) {
        if (rounded(reckoned, stated).compareTo(stated) == 0) {
            return AGREES;
        }
        return reckoned.subtract(stated).abs().compareTo(lastDigit(stated)) < 0 ? LAST_DIGIT : DIFFERS;
    }

    /** @param beyond above 0 when the number reckoned lies on the side of the bound that was stated */
    private static Agreement ofBound(int beyond, Estimate stated, BigDecimal bound, BigDecimal reckoned) {
        boolean isExcluded = stated.qualifier() == Qualifier.MORE_THAN || stated.qualifier() == Qualifier.FEWER_THAN;
        if (beyond > 0 || beyond == 0 && !isExcluded) {
            return AGREES;
        }
        return beyond == 0 ? LAST_DIGIT : ofNumber(bound, reckoned);
    }

    private static BigDecimal rounded(BigDecimal number, BigDecimal asStated) {
        return number.setScale(Math.max(0, asStated.scale()), RoundingMode.HALF_UP);
    }

    private static BigDecimal lastDigit(BigDecimal stated) {
        return BigDecimal.ONE.movePointLeft(Math.max(0, stated.scale()));
    }

    /** Of "about 850,000" the 5 is the last digit that was meant. */
    private static BigDecimal lastRoundDigit(BigDecimal stated) {
        return stated.signum() == 0
                ? BigDecimal.ONE
                : BigDecimal.ONE.scaleByPowerOfTen(-stated.stripTrailingZeros().scale());
    }
}
