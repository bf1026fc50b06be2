/** Imports of incidents as jobs: a file comes in, is read as what it is, and what becomes of it can be followed. */
package org.humdash.incident.ingest;
