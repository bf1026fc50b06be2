/** What a request is known by, in every line that is logged about it. */
package org.humdash.kit.trace;
