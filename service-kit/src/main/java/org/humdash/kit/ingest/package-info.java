/** Taking tables in: streaming them to the database, counting what became of the rows, answering an unreadable file. */
package org.humdash.kit.ingest;
