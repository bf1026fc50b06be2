/** Cursors of what the gateway lists itself: opaque, and refused when they were altered or belong to another list. */
package org.humdash.gateway.cursor;
