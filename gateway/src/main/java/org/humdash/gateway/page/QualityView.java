package org.humdash.gateway.page;

import java.util.List;

/**
 * What there is to know about the records themselves.
 *
 * @param checks each counts something
 */
public record QualityView(List<CheckView> checks) {

    /**
     * One way of looking at the records.
     *
     * @param notice why it is not known, or of when it is; null if all is well
     * @param count null where it is not known
     * @param points the first ones of what was counted
     * @param rest how many are not shown; null if all are
     * @param link what a link to more of it says; null where there is none, as {@code href} is
     */
    public record CheckView(
            String name,
            String meaning,
            String notice,
            String count,
            List<PointView> points,
            String rest,
            String link,
            String href) {}

    /**
     * Something that was counted. What does not apply is null.
     *
     * @param href where it stands
     */
    public record PointView(
            String href, Phrase what, Phrase value, Phrase originator, String period, List<NoteView> notes) {}

    /** @param kind how much it matters; null where that is not said */
    public record NoteView(String kind, Phrase text) {}
}
