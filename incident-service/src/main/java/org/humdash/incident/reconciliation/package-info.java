/** Claims held against what is documented, and against the earlier claims of the same source. */
package org.humdash.incident.reconciliation;
