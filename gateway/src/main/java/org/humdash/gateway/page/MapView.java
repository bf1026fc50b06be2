package org.humdash.gateway.page;

import java.util.List;

/**
 * How many incidents are documented in each governorate.
 *
 * @param lead what is counted
 * @param none why nothing is counted; null if something is
 * @param without why there is no drawing; null if there is one, or nothing to draw
 * @param drawing null if there is none
 * @param how how to read the drawing, and where its places are from
 * @param rows the governorates in the order of the gazetteer, and then what is of none that is known
 * @param data where the API has the same
 */
public record MapView(
        String lead,
        String none,
        String without,
        DrawingView drawing,
        String how,
        List<RowView> rows,
        RowView total,
        String data) {

    /** @param contested null where the API does not say */
    public record RowView(Phrase name, String incidents, String contested) {}

    /**
     * A map without borders, in units of its own.
     *
     * @param wide whether it is to be moved under a narrow window, and not made as narrow
     * @param anchor at which end of a label the symbol is
     * @param circles the largest first, so that none is hidden behind another
     * @param crosses where nothing is documented
     * @param key circles of round numbers
     * @param bar of ten kilometres
     */
    public record DrawingView(
            String width,
            String height,
            boolean wide,
            String anchor,
            List<CircleView> circles,
            List<CrossView> crosses,
            List<LabelView> labels,
            List<CircleView> key,
            List<LabelView> keyLabels,
            BarView bar) {}

    public record CircleView(String x, String y, String radius) {}

    public record CrossView(String path) {}

    public record LabelView(String x, String y, String text) {}

    public record BarView(String path, LabelView label) {}
}
