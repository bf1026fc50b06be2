package org.humdash.incident.reconciliation;

import java.util.Map;
import org.humdash.incident.violation.ViolationType;

/** What is documented of a claim: in all, and of each type of violation it breaks down into. */
record Findings(Documented documented, Map<ViolationType, Documented> byType) {}
