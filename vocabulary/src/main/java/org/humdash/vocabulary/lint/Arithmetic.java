package org.humdash.vocabulary.lint;

import java.math.BigDecimal;
import java.util.List;

/**
 * How a finding was reckoned, so that a reader can do it again.
 *
 * @param formula in the names of the operands
 * @param operands the numbers and dates that went in
 * @param calculation the formula with the numbers in it and what comes out
 * @param result what comes out, in the unit that the rule states; null where no single number does
 */
public record Arithmetic(String formula, List<Operand> operands, String calculation, BigDecimal result) {

    public Arithmetic {
        operands = List.copyOf(operands);
        result = result == null ? null : Numbers.plain(result);
    }
}
