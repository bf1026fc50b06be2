/** Figures about how people are, each as one source stated it: taken in, kept as revisions, read and measured. */
package org.humdash.humanitarian.observation;
