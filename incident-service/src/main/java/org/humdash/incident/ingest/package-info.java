/** Imports of incidents as jobs: where the files come in, and how the jobs of the kit record incidents. */
package org.humdash.incident.ingest;
