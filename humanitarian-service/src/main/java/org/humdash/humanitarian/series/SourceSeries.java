package org.humdash.humanitarian.series;

import java.util.List;

/** All figures of one series that a question may see, in no order. */
record SourceSeries(SeriesKey key, List<Figure> figures) {}
