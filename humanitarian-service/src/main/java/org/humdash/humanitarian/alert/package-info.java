/** Warnings of hazards that others issue (CAP, GDACS), as they issued them; they are never figures of an impact. */
package org.humdash.humanitarian.alert;
