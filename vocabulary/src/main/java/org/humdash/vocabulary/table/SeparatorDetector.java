package org.humdash.vocabulary.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.humdash.vocabulary.hxl.CellCollector;
import org.humdash.vocabulary.hxl.CsvTable;

/**
 * Finds what separates the cells of a text by trying each candidate on its first rows: the one is right under which
 * most rows have the same number of cells, and of two equally good ones the one that makes more cells. Quotes are
 * respected.
 */
final class SeparatorDetector {

    /** The comma first: a text of a single column has it. */
    private static final char[] CANDIDATES = {',', ';', '\t', '|'};

    private static final int MOST_ROWS = 50;

    private SeparatorDetector() {}

    /**
     * @param sample the first characters
     * @param isCut whether the text goes on, so that the last row is not all there
     */
    static char detect(String sample, boolean isCut) {
        char best = CANDIDATES[0];
        double bestScore = 0;
        for (char candidate : CANDIDATES) {
            double score = score(sample, isCut, candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    /** The share of rows that have the most frequent width, and a little for that width. */
    private static double score(String sample, boolean isCut, char separator) {
        Map<Integer, Integer> rowsByWidth = new HashMap<>();
        int rows = 0;
        int last = 0;
        try (CsvReader<CellCollector.Cells> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(true)
                .maxBufferSize(Math.max(16_384, sample.length() + 1))
                .build(new CellCollector(CsvTable.MOST_COLUMNS, 1), sample)) {
            for (CellCollector.Cells cells : reader) {
                if (!cells.areBlank()) {
                    last = cells.count();
                    rowsByWidth.merge(last, 1, Integer::sum);
                    rows++;
                }
                if (rows == MOST_ROWS) {
                    break;
                }
            }
        } catch (CsvParseException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (isCut && rows > 1 && rows < MOST_ROWS) {
            rowsByWidth.merge(last, -1, Integer::sum);
            rows--;
        }
        double best = 0;
        for (Map.Entry<Integer, Integer> entry : rowsByWidth.entrySet()) {
            if (entry.getKey() > 1) {
                double score = (double) entry.getValue() / rows + Math.min(entry.getKey(), 500) / 10_000.0;
                best = Math.max(best, entry.getValue() == 0 ? 0 : score);
            }
        }
        return best;
    }
}
