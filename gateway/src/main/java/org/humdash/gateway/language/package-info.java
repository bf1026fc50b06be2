/** The languages that answers are worded in: which one is meant, and its words. */
package org.humdash.gateway.language;
