/** What the change feeds of the services share: the places in a feed, and what its reader has to do. */
package org.humdash.kit.change;
