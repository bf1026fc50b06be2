/** What a request is known by in the logs of all programs, and the line that says how it ended. */
package org.humdash.gateway.trace;
