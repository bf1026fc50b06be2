/** What is counted, in which unit, by which definitions, and how often a new figure is expected. */
package org.humdash.humanitarian.indicator;
