package org.humdash.vocabulary.mapping;

import java.util.List;
import java.util.Map;
import org.humdash.vocabulary.hxl.RowProblem;

/**
 * A row of somebody's table in our columns.
 *
 * @param number its row in the file
 * @param cells by the name of our column; those that hold nothing are left out
 * @param problems by the name of the column in the file
 */
public record MappedRow(long number, Map<String, String> cells, List<RowProblem> problems) {}
