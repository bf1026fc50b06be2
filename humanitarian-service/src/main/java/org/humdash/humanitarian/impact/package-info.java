/** What sources state of the impacts of a hazard. */
package org.humdash.humanitarian.impact;
