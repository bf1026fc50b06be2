package org.humdash.incident.claim;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.humdash.incident.violation.ViolationType;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.lint.BreakdownRule;

/** A total and the parts, by type of violation, that its source gave with it. */
record Breakdown(Estimate total, Map<ViolationType, Estimate> parts) {

    /**
     * Total minus the sum of the parts, on the numbers as they were stated (738 − (205 + 37 + 358 + 138) = 0). A part
     * whose wider type is stated too is inside it and not counted twice. Empty without parts, or when a figure states
     * no single number. It is shown and never repaired.
     */
    Optional<BigDecimal> residual() {
        return BreakdownRule.residual(total, outermost().values());
    }

    /** The parts that are inside no other part that was stated. */
    Map<ViolationType, Estimate> outermost() {
        Map<ViolationType, Estimate> outermost = new EnumMap<>(ViolationType.class);
        parts.forEach((type, part) -> {
            if (type.parent().filter(parts::containsKey).isEmpty()) {
                outermost.put(type, part);
            }
        });
        return outermost;
    }
}
