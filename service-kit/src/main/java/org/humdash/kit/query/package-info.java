/** How the questions of callers become SQL. */
package org.humdash.kit.query;
