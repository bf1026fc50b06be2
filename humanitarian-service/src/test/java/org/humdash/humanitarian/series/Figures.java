package org.humdash.humanitarian.series;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.humdash.humanitarian.indicator.Aggregation;
import org.humdash.humanitarian.indicator.DefinitionHistory;
import org.humdash.humanitarian.indicator.DefinitionVersion;
import org.humdash.humanitarian.indicator.IndicatorKind;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.estimate.EstimateText;
import org.humdash.vocabulary.text.BilingualText;

/** Figures for tests, in words: "2025-11-01..2025-11-07 at least 12". */
final class Figures {

    private Figures() {}

    /** A figure of a day ("2025-11-01 12") or of a period; its reference is the whole text. */
    static Figure figure(String text) {
        String[] words = text.split(" ", 2);
        String[] days = words[0].split("\\.\\.");
        return new Figure(
                id(text),
                text,
                LocalDate.parse(days[0]),
                LocalDate.parse(days[days.length - 1]),
                estimate(words[1]),
                null,
                null,
                null);
    }

    /** A figure that passes another one on, published by somebody on a day. */
    static Figure relay(Figure figure, String text, String publisher, String publishedOn) {
        Figure said = figure(text);
        return new Figure(
                said.observation(),
                text + " by " + publisher,
                said.validFrom(),
                said.validTo(),
                said.estimate(),
                publisher,
                figure.observation(),
                LocalDate.parse(publishedOn));
    }

    static Estimate estimate(String text) {
        return EstimateText.parse(text);
    }

    static List<Statement> statements(String... texts) {
        return Statement.of(Stream.of(texts).map(Figures::figure).toList());
    }

    static Timeline timeline(IndicatorKind kind, Aggregation aggregation, String... texts) {
        return new Timeline(statements(texts), kind, aggregation, definition());
    }

    /** A definition whose versions 2, 3 … are valid from these days. */
    static DefinitionHistory definition(String... validFrom) {
        BilingualText text = new BilingualText("Counted", null);
        Stream<DefinitionVersion> later = IntStream.range(0, validFrom.length)
                .mapToObj(i -> new DefinitionVersion(i + 2, LocalDate.parse(validFrom[i]), text, null, null, text));
        return new DefinitionHistory(
                "COUNTED",
                text,
                Stream.concat(Stream.of(new DefinitionVersion(1, null, text, null, null, null)), later)
                        .toList());
    }

    private static UUID id(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
