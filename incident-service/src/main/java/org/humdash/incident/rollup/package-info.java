/** The reading side of incident_rollup: counts and sums of incidents that cost the same however many incidents there are. */
package org.humdash.incident.rollup;
