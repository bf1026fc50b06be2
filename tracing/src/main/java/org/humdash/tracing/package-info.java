/** Spans for whoever has a collector: off without one, and without anything that people sent. */
package org.humdash.tracing;
