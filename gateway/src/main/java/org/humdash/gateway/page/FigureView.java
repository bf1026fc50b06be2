package org.humdash.gateway.page;

import java.util.List;

/**
 * A measure or an indicator, with everybody who states it.
 *
 * @param anchor by which a link leads to it
 * @param headline the statement that stands first; null if none does
 * @param reason why it does; null where that is only the order in time
 * @param others the competing ones, in the order the API has them
 * @param quote null where there is no sentence
 */
public record FigureView(
        String anchor,
        String code,
        Phrase name,
        StatementView headline,
        Phrase reason,
        List<StatementView> others,
        QuoteView quote) {

    /** How to quote the headline, in both languages. */
    public record QuoteView(String english, String arabic, String permalink, boolean contested) {}
}
