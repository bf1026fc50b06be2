/** Append-only revisions: how a record is kept, corrected and read as it was known at an instant. */
package org.humdash.kit.revision;
