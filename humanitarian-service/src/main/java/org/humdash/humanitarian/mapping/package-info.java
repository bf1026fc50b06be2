/** Whose table of figures it is, and how its rows become observations. */
package org.humdash.humanitarian.mapping;
