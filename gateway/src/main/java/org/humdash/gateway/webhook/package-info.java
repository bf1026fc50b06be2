/** Brings what changed to partners who would rather be told than ask. */
package org.humdash.gateway.webhook;
