/** What all lists have in common: cursors that only this service makes, and links to further pages. */
package org.humdash.kit.page;
