/**
 * {@code ./humdash doctor}: looks at a running installation from outside, changes nothing, and says of each thing whether it is
 * as it should be and otherwise what to do. One class for each kind of thing.
 */
package org.humdash.local.doctor;
