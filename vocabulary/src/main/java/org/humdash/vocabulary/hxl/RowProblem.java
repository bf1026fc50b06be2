package org.humdash.vocabulary.hxl;

/**
 * Why a row was refused.
 *
 * @param row as a spreadsheet numbers it: the header is row 1
 * @param column null if the row as a whole is the problem
 * @param code what is wrong, for programs, such as {@code MISSING}
 * @param message what is wrong and what would be right, for people
 */
public record RowProblem(long row, String column, String code, String message) {}
