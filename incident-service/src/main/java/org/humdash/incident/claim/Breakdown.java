package org.humdash.incident.claim;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.humdash.incident.violation.ViolationType;
import org.humdash.vocabulary.estimate.Estimate;

/** A total and the parts, by type of violation, that its source gave with it. */
record Breakdown(Estimate total, Map<ViolationType, Estimate> parts) {

    /**
     * Total minus the sum of the parts, on the numbers as they were stated (738 − (205 + 37 + 358 + 138) = 0). A part
     * whose wider type is stated too is inside it and not counted twice. Empty without parts, or when a figure states
     * no single number. It is shown and never repaired.
     */
    Optional<BigDecimal> residual() {
        if (parts.isEmpty() || total.stated().isEmpty()) {
            return Optional.empty();
        }
        BigDecimal rest = total.stated().get();
        for (var part : parts.entrySet()) {
            boolean insideAnother =
                    part.getKey().parent().filter(parts::containsKey).isPresent();
            if (insideAnother) {
                continue;
            }
            Optional<BigDecimal> stated = part.getValue().stated();
            if (stated.isEmpty()) {
                return Optional.empty();
            }
            rest = rest.subtract(stated.get());
        }
        return Optional.of(rest);
    }
}
