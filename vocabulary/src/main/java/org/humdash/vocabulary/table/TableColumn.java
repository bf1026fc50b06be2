package org.humdash.vocabulary.table;

/**
 * A column as the file names it.
 *
 * @param position from 0
 * @param name unlike that of any other column, case apart: where a file uses a name twice, the second is followed by
 *     "(2)"; where it gives none, it is "(column 3)"
 * @param label what the header says, empty if nothing
 * @param tag null if the column has none
 */
public record TableColumn(int position, String name, String label, HxlTag tag) {}
