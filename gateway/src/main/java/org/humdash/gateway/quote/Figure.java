package org.humdash.gateway.quote;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import org.humdash.vocabulary.estimate.Qualifier;

/**
 * A figure as a service states it. Equal figures say the same.
 *
 * @param lower null where there is none, as for the others
 */
record Figure(Qualifier qualifier, BigDecimal lower, BigDecimal best, BigDecimal upper) {

    /** Empty where the figure cannot be worded: a bound is missing, or a qualifier is one nobody here knows. */
    static Optional<Figure> of(JsonNode estimate) {
        Qualifier qualifier;
        try {
            qualifier = Qualifier.valueOf(estimate.path("qualifier").asText());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        Figure figure = new Figure(
                qualifier,
                number(estimate.path("lower")),
                number(estimate.path("best")),
                number(estimate.path("upper")));
        return figure.isComplete() ? Optional.of(figure) : Optional.empty();
    }

    /** The number that stands in the sentence, and that the noun after it agrees with. */
    BigDecimal stated() {
        return switch (qualifier) {
            case EXACT, APPROXIMATELY -> best;
            case AT_LEAST, MORE_THAN -> lower;
            case AT_MOST, FEWER_THAN, RANGE, ORDER -> upper;
        };
    }

    /** The power of ten of an order of magnitude. */
    int magnitude() {
        return lower.precision() - lower.scale() - 1;
    }

    /** Whether both can be true: at least 13 and 14 can, at least 13 and 12 cannot. What is stated as about so much is taken for that. */
    boolean agreesWith(Figure other) {
        return !isAbove(other) && !other.isAbove(this);
    }

    private boolean isAbove(Figure other) {
        BigDecimal least = least();
        BigDecimal most = other.most();
        if (least == null || most == null) {
            return false;
        }
        boolean excluded = qualifier == Qualifier.MORE_THAN || other.qualifier == Qualifier.FEWER_THAN;
        int order = least.compareTo(most);
        return order > 0 || order == 0 && excluded;
    }

    private BigDecimal least() {
        return isPoint() ? best : lower;
    }

    private BigDecimal most() {
        return isPoint() ? best : upper;
    }

    private boolean isPoint() {
        return qualifier == Qualifier.APPROXIMATELY || qualifier == Qualifier.EXACT;
    }

    private boolean isComplete() {
        boolean bounded = qualifier == Qualifier.RANGE || qualifier == Qualifier.ORDER;
        return stated() != null && (!bounded || lower != null);
    }

    private static BigDecimal number(JsonNode node) {
        return node.isNumber() ? node.decimalValue().stripTrailingZeros() : null;
    }
}
