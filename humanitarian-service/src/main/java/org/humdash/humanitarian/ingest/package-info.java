/** Imports of observations as jobs: where the files come in, and how the jobs of the kit record observations. */
package org.humdash.humanitarian.ingest;
