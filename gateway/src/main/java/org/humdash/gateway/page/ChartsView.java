package org.humdash.gateway.page;

import java.util.List;

/**
 * The charts of a page.
 *
 * @param marks what is marked on every chart over time, earliest first
 */
public record ChartsView(List<GroupView> groups, List<MarkView> marks) {

    /**
     * Charts of one kind of figures.
     *
     * @param anchor of the heading
     * @param notice why some are not here; null if all came
     * @param cut that there is more than is shown; null if there is not
     */
    public record GroupView(String anchor, String title, String notice, String cut, List<ChartView> charts) {}

    /** @param file where its points are to be had */
    public record ChartView(Chart chart, String file) {}

    /**
     * @param date for the drawing
     * @param day in words
     */
    public record MarkView(String date, String day, Phrase title) {}
}
