package org.humdash.gateway.page;

import java.util.List;
import org.humdash.gateway.page.FigureView.QuoteView;

/**
 * Everything that stands on the page, in its words.
 *
 * @param ceasefire its name, or its code while there is none
 * @param status null while it is not known
 * @param missing labels of the parts that are not here, or not of now
 */
public record PageView(
        Phrase ceasefire,
        String status,
        Phrase area,
        String asOf,
        String knownAt,
        List<String> missing,
        Chooser chooser,
        Links links,
        PartView<FigureView> claims,
        PartView<LedgerView> ledger,
        QuoteView ledgerQuote,
        PartView<FigureView> keyIndicators,
        List<FigureView> otherIndicators,
        PartView<EventView> phases,
        PartView<EventView> timeline,
        PartView<CalendarView> calendar,
        PartView<MapView> map,
        ChartsView charts,
        ChangesView changes,
        QualityView quality) {

    /** What was asked for, to be asked otherwise. {@code asOf} and {@code knownAt} are empty where nobody named them. */
    public record Chooser(List<CeasefireOption> ceasefires, List<AreaOption> areas, String asOf, String knownAt) {}

    public record CeasefireOption(String code, Phrase name, boolean chosen) {}

    public record AreaOption(String pcode, Phrase name, boolean chosen) {}

    /**
     * Addresses of the same view.
     *
     * @param other in the other language
     * @param permanent shows the same for ever
     * @param printed the permanent one in full, where the address of the gateway is known
     */
    public record Links(String other, String permanent, String printed, String api) {}
}
