package org.humdash.vocabulary.hxl;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the cells of one record without surrounding white space. However wide the record and however long its
 * cells, it keeps only as much as is needed to tell that they are too wide or too long.
 */
public final class CellCollector extends AbstractBaseCsvCallbackHandler<CellCollector.Cells> {

    /** @param count how many cells the record has, of which {@code values} are the first */
    public record Cells(List<String> values, int count) {

        /** Whether there is nothing in any of them. */
        public boolean areBlank() {
            return values.size() == count && values.stream().allMatch(String::isEmpty);
        }
    }

    private final int mostCells;
    private final int longestCell;
    private List<String> values;

    /**
     * @param mostCells cells kept of a record
     * @param longestCell characters kept of a cell, and one more to tell that it is longer
     */
    public CellCollector(int mostCells, int longestCell) {
        this.mostCells = mostCells;
        this.longestCell = longestCell;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        values = new ArrayList<>();
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (index < mostCells) {
            int start = offset;
            int end = offset + length;
            while (start < end && isSpace(buffer[start])) {
                start++;
            }
            while (start < end && isSpace(buffer[end - 1])) {
                end--;
            }
            values.add(new String(buffer, start, Math.min(end - start, longestCell + 1)));
        }
    }

    @Override
    protected void handleEmpty() {
        values.add("");
    }

    @Override
    protected Cells buildRecord() {
        return new Cells(List.copyOf(values), getFieldCount());
    }

    /** Spreadsheets leave no-break spaces behind, which {@link Character#isWhitespace} does not count. */
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
