/** How people are: what sources state of indicators and hazards, kept apart and read side by side. */
package org.humdash.humanitarian;
