package org.humdash.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.humdash.gateway.page.QualityView.CheckView;
import org.humdash.gateway.quote.Quote;
import org.humdash.gateway.situation.SectionName;

/** Makes the part of the page that says how good the data is. */
final class QualityPart {

    private final Quality quality;
    private final Words words;

    QualityPart(NamedFigures names, Words words) {
        this.quality = new Quality(words, names);
        this.words = words;
    }

    /** @param quotes the figures as sentences of the language of the page */
    QualityView of(Sections sections, Answers answers, List<Quote> quotes) {
        PartView<JsonNode> claims = sections.whole(SectionName.CLAIMS);
        PartView<JsonNode> indicators = sections.whole(SectionName.INDICATORS);
        return new QualityView(List.of(
                quality.stale(indicators),
                quality.single(claims, indicators),
                quality.contested(claims, indicators, quotes),
                quality.unreported(sections.whole(SectionName.LEDGER)),
                findings("claims", PagePart.CLAIM_FINDINGS, answers),
                findings("observations", PagePart.OBSERVATION_FINDINGS, answers)));
    }

    private CheckView findings(String label, PagePart part, Answers answers) {
        return quality.findings(label, answers.data(part), answers.notice(part, words), answers.link(part));
    }
}
