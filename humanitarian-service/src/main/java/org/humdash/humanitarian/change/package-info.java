/** The change feeds: what a reader who follows one has to do to hold the records it is shown; docs/changes.md says how. */
package org.humdash.humanitarian.change;
