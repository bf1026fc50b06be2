package org.humdash.gateway.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.humdash.vocabulary.estimate.Qualifier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {

    @ParameterizedTest
    @CsvSource({
        "EXACT 13, EXACT 13, true",
        "EXACT 13, EXACT 14, false",
        "AT_LEAST 13, EXACT 14, true",
        "AT_LEAST 13, EXACT 13, true",
        "AT_LEAST 13, EXACT 12, false",
        "AT_LEAST 13, AT_LEAST 500, true",
        "MORE_THAN 80, EXACT 80, false",
        "MORE_THAN 80, AT_MOST 80, false",
        "AT_LEAST 80, FEWER_THAN 80, false",
        "AT_LEAST 80, AT_MOST 80, true",
        "APPROXIMATELY 795, APPROXIMATELY 850, false",
        "APPROXIMATELY 850, ORDER 100 999, true",
        "RANGE 2 3, EXACT 4, false",
        "RANGE 2 3, RANGE 3 4, true"
    })
    void twoFiguresAgreeIfBothCanBeTrue(String one, String other, boolean agree) {
        assertEquals(agree, figure(one).agreesWith(figure(other)));
        assertEquals(agree, figure(other).agreesWith(figure(one)));
    }

    private static Figure figure(String text) {
        String[] parts = text.split(" ");
        Qualifier qualifier = Qualifier.valueOf(parts[0]);
        BigDecimal first = new BigDecimal(parts[1]);
        BigDecimal last = new BigDecimal(parts[parts.length - 1]);
        return switch (qualifier) {
            case EXACT -> new Figure(qualifier, first, first, first);
            case APPROXIMATELY -> new Figure(qualifier, null, first, null);
            case AT_LEAST, MORE_THAN -> new Figure(qualifier, first, null, null);
            case AT_MOST, FEWER_THAN -> new Figure(qualifier, null, null, first);
            case RANGE, ORDER -> new Figure(qualifier, first, null, last);
        };
    }
}
