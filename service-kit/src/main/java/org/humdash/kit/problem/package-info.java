/** The errors a service answers with (RFC 9457). */
package org.humdash.kit.problem;
