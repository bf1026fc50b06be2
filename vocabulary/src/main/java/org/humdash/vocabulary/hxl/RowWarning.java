package org.humdash.vocabulary.hxl;

import org.humdash.vocabulary.lint.Finding;

/**
 * Something a reader of a row should know. The row was taken in as it is.
 *
 * @param row as a spreadsheet numbers it: the header is row 1
 */
public record RowWarning(long row, Finding finding) {}
