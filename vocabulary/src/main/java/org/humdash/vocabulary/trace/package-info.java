/** What one request is known by in the logs of every program it passes through. */
package org.humdash.vocabulary.trace;
