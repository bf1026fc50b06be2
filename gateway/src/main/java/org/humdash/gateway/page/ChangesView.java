package org.humdash.gateway.page;

import java.util.List;

/**
 * What changed since an instant, or how to ask for it.
 *
 * @param since the instant; null while nobody named one, and then there is nothing of what changed
 * @param asked the parameter as it was named; null if it was not
 * @param day what was named if it was a day, and empty otherwise
 * @param kept the other parameters that were named
 * @param api where the same is to be had as data
 * @param lead from when to when
 * @param figures headline figures that are not what they were: the first ones, and
 * @param moreFigures the others
 */
public record ChangesView(
        String since,
        String asked,
        String day,
        List<ParameterView> kept,
        List<OfferView> offers,
        String api,
        String lead,
        PartView<FigureChangeView> figures,
        List<FigureChangeView> moreFigures,
        List<CollectionView> collections) {

    public record ParameterView(String name, String value) {}

    /** An instant that could be named. */
    public record OfferView(String text, String href) {}

    /** @param before null where there was no figure, as {@code after} is where there is none any more */
    public record FigureChangeView(Phrase name, StateView before, StateView after) {}

    /**
     * A figure at a time. What nobody says is null.
     *
     * @param originator who stated it; of what is counted here nobody does
     * @param counted what it is counted from, if it is
     */
    public record StateView(Phrase value, Phrase originator, String counted, String period) {}

    /**
     * What changed about records of one kind.
     *
     * @param notice why it is not known; null if it is
     * @param counts null where nothing changed
     * @param more whether more changed than was read
     */
    public record CollectionView(String name, String notice, String counts, boolean more, List<GroupView> groups) {}

    /**
     * What is new, was revised or was retracted.
     *
     * @param note what has to be known to read it; may be null
     * @param rest how many are not shown; null if all are
     */
    public record GroupView(String name, String count, String note, List<EntryView> entries, String rest) {}

    /**
     * A record that changed. What is not told is null.
     *
     * @param what its measure, indicator, type or name; of a retracted one null, and
     * @param id only this is left
     */
    public record EntryView(
            Phrase what,
            String id,
            Phrase value,
            String unit,
            Phrase originator,
            String period,
            Phrase place,
            String reason,
            String recorded) {}
}
