package org.humdash.humanitarian.commitment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.humdash.humanitarian.indicator.IndicatorKind;
import org.humdash.humanitarian.indicator.IndicatorSummary;

/**
 * Which indicators can tell what came of a promise: only what is counted in its unit can be held against it.
 *
 * @param indicators the catalogue, by code
 */
record CommitmentRules(Map<String, IndicatorSummary> indicators) {

    private static final String PER_DAY = " per day";
    private static final String PERCENT = "percent";

    /** What is wrong, in words; none when it may be recorded. */
    List<String> problems(CommitmentRequest request) {
        List<String> problems = new ArrayList<>();
        request.delivered().forEach(code -> {
            IndicatorSummary indicator = known(code, problems);
            if (indicator != null && !tellsWhatArrived(indicator, request.unit())) {
                problems.add(code + " is a " + indicator.kind() + " of " + indicator.unit()
                        + "; what was delivered is a"
                        + " CUMULATIVE or a FLOW of " + request.unit() + ", or a RATIO of " + request.unit() + PER_DAY
                        + ".");
            }
        });
        if (request.statedExpected() != null) {
            IndicatorSummary indicator = known(request.statedExpected(), problems);
            if (indicator != null
                    && !(indicator.kind() == IndicatorKind.CUMULATIVE
                            && indicator.unit().equals(request.unit()))) {
                problems.add(indicator.code() + " is no CUMULATIVE of " + request.unit() + ".");
            }
        }
        if (request.statedPercent() != null) {
            IndicatorSummary indicator = known(request.statedPercent(), problems);
            if (indicator != null && !indicator.unit().equals(PERCENT)) {
                problems.add(indicator.code() + " is not in percent.");
            }
        }
        return problems;
    }

    private static boolean tellsWhatArrived(IndicatorSummary indicator, String unit) {
        return switch (indicator.kind()) {
            case CUMULATIVE, FLOW -> indicator.unit().equals(unit);
            case RATIO -> indicator.unit().equals(unit + PER_DAY);
            case STOCK -> false;
        };
    }

    private IndicatorSummary known(String code, List<String> problems) {
        IndicatorSummary indicator = indicators.get(code);
        if (indicator == null) {
            problems.add("No indicator has the code " + code + "; see /api/v1/indicators.");
        }
        return indicator;
    }
}
