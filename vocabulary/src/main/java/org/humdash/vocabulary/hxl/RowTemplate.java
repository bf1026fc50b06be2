package org.humdash.vocabulary.hxl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.humdash.vocabulary.hxl.CellCollector.Cells;

/** Makes rows of cells that were put into the columns of a kind of table by somebody else than the file's author. */
public final class RowTemplate {

    private final Header header;

    /**
     * @param names the columns the cells are of, in their order
     * @throws IllegalArgumentException if one is not among the columns, or twice
     */
    public RowTemplate(Columns columns, List<String> names) {
        Map<String, Integer> positions = new HashMap<>();
        for (String name : names) {
            if (!columns.knows(name) || positions.putIfAbsent(name, positions.size()) != null) {
                throw new IllegalArgumentException("No such column, or twice: " + name);
            }
        }
        header = new Header(columns, Map.copyOf(positions));
    }

    /**
     * @param number the row in the file they were taken from
     * @param cells null or empty for nothing
     * @param problems what is wrong with the row already; not empty if it is to be refused
     */
    public Row row(long number, List<String> cells, List<RowProblem> problems) {
        List<String> values = new ArrayList<>(cells.size());
        cells.forEach(cell -> values.add(cell == null ? "" : cell));
        Row row = new Row(number, header, new Cells(values, values.size()));
        problems.forEach(problem -> row.refuse(problem.column(), problem.code(), problem.message()));
        return row;
    }
}
