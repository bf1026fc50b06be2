/** Callers who take what they asked for too slowly. */
package org.humdash.kit.reader;
