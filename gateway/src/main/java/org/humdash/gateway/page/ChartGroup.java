package org.humdash.gateway.page;

import java.util.List;

/** Figures that are asked for and drawn in the same way. */
enum ChartGroup {
    CLAIMS(PagePart.CLAIMS_OVER_TIME) {
        @Override
        List<Chart> charts(Answers answers, Words words) {
            return new ClaimCharts(words, answers.view()).of(answers.data(PagePart.CLAIMS_OVER_TIME));
        }
    },
    DAYS(PagePart.CALENDAR) {
        @Override
        List<Chart> charts(Answers answers, Words words) {
            return new DayCharts(words)
                    .of(answers.data(PagePart.CALENDAR), answers.view().asOf());
        }
    },
    STORMS(PagePart.HAZARDS) {
        @Override
        List<Chart> charts(Answers answers, Words words) {
            return new StormCharts(words).of(answers);
        }
    },
    DAMAGE(PagePart.DAMAGE) {
        @Override
        List<Chart> charts(Answers answers, Words words) {
            return new DamageCharts(words, answers.view()).of(answers);
        }
    },
    AID(PagePart.COMMITMENTS) {
        @Override
        List<Chart> charts(Answers answers, Words words) {
            return new AidCharts(words, answers.view()).of(answers.data(PagePart.COMMITMENTS));
        }
    };

    private final PagePart part;

    ChartGroup(PagePart part) {
        this.part = part;
    }

    /** What has to be asked for it. */
    PagePart part() {
        return part;
    }

    abstract List<Chart> charts(Answers answers, Words words);
}
