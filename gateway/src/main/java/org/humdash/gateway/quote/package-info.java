/** Figures as sentences that can be quoted: who states them, how exactly, of what time, and where to look them up. */
package org.humdash.gateway.quote;
