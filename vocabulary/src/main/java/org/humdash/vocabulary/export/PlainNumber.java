package org.humdash.vocabulary.export;

import java.math.BigDecimal;

/** Numbers in plain digits, without an exponent: what the tables that are read have to look like. */
final class PlainNumber {

    private PlainNumber() {}

    /** With as many digits as tell it from its neighbours, and no decimals if it is whole. */
    static String of(double number) {
        String text = Double.toString(number);
        if (text.indexOf('E') >= 0) {
            return of(new BigDecimal(text));
        }
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    static String of(BigDecimal number) {
        return (number.scale() > 0 ? number.stripTrailingZeros() : number).toPlainString();
    }
}
