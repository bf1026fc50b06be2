/** How an {@link org.humdash.vocabulary.estimate.Estimate} is asked for in JSON and kept in columns. */
package org.humdash.kit.estimate;
