/** Whether a source reported on a day at all: taking such statements in, listing them, and combining them per day. */
package org.humdash.incident.coverage;
