/** What is odd about observations: found by the rules of {@code org.humdash.vocabulary.lint}, never stored. */
package org.humdash.humanitarian.lint;
