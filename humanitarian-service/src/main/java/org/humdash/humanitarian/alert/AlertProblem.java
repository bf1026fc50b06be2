package org.humdash.humanitarian.alert;

/**
 * Why an alert of a file was refused.
 *
 * @param line where it stands in the file, from 1
 * @param element the element or field; null if the alert as a whole is the problem
 * @param code what is wrong, for programs, such as {@code MISSING}
 * @param message what is wrong and what would be right, for people
 */
record AlertProblem(int line, int column, String element, String code, String message) {}
