/** Files that are fetched from an address every so often and imported as if somebody had sent them. */
package org.humdash.humanitarian.pull;
