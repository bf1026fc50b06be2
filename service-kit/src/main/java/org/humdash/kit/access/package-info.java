/** Who is asking, what they are cleared for, and how much they may send. */
package org.humdash.kit.access;
