/** The change feed: what a reader who follows it has to do to hold the incidents it is shown; docs/changes.md says how. */
package org.humdash.incident.change;
