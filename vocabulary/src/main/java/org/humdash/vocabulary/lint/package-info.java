/**
 * What can be noticed about a statement by reckoning alone. Rules are pure functions over values: they find, show their
 * arithmetic, and change nothing. {@code docs/linter.md} has each with its formula and an example.
 */
package org.humdash.vocabulary.lint;
