/** What changed at both services, in one feed: page by page, or as a stream. */
package org.humdash.gateway.change;
