/** What was promised for every day, and what sources state came of it, side by side. */
package org.humdash.humanitarian.commitment;
