package org.humdash.gateway.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

        /** How many days there are stands beside the chart. */
        @Override
        boolean isCut(Answers answers) {
            return false;
        }
    },
    STORMS(PagePart.HAZARDS) {
        @Override
        List<Chart> charts(Answers answers, Words words) {
            return new StormCharts(words).of(answers);
        }

        @Override
        boolean isCut(Answers answers) {
            return answers.data(PagePart.HAZARDS).path("items").size() > StormCharts.MOST_HAZARDS;
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

    /** As it stands in addresses. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ChartGroup> of(String label) {
        return Arrays.stream(values())
                .filter(group -> group.label().equals(label))
                .findFirst();
    }

    /** Whether there is more than was asked for, so that the charts are not of all. */
    boolean isCut(Answers answers) {
        return part.questions(answers.view()).stream()
                .anyMatch(question -> Words.text(answers.data(question).path("nextCursor")) != null);
    }

    abstract List<Chart> charts(Answers answers, Words words);
}
