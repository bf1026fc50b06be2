/**
 * The sources that figures are quoted from. The incident-service registers them; this service keeps a copy of those it
 * quotes, fetched when a write first names them, so that no read ever waits for another service.
 */
package org.humdash.humanitarian.source;
