/** What one source stated of an indicator over time, by one definition, in days, weeks or months: docs/series.md. */
package org.humdash.humanitarian.series;
