package org.humdash.humanitarian.alert;

import java.util.List;

/**
 * What came of sending a file of alerts.
 *
 * @param dryRun whether it was only asked what would come of it
 * @param alertsRead how many the file holds
 * @param refused how many of them have a problem and were left out
 * @param problems the first 1,000
 */
record AlertReport(
        boolean dryRun,
        int alertsRead,
        int created,
        int revised,
        int unchanged,
        int refused,
        List<AlertOutcome> alerts,
        List<AlertProblem> problems) {

    AlertReport {
        alerts = List.copyOf(alerts);
        problems = List.copyOf(problems);
    }

    static AlertReport of(ReadAlerts read, List<AlertOutcome> outcomes, boolean dryRun) {
        return new AlertReport(
                dryRun,
                read.messages().size() + read.refused(),
                count(outcomes, AlertOutcome.Result.CREATED),
                count(outcomes, AlertOutcome.Result.REVISED),
                count(outcomes, AlertOutcome.Result.UNCHANGED),
                read.refused(),
                outcomes,
                read.problems());
    }

    private static int count(List<AlertOutcome> outcomes, AlertOutcome.Result result) {
        return (int)
                outcomes.stream().filter(outcome -> outcome.result() == result).count();
    }
}
