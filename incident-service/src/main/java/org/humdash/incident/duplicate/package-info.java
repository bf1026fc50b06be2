/** Incidents that may be one and the same, for a reviewer to merge or to dismiss. */
package org.humdash.incident.duplicate;
