/** How records are handed out as tables of any length. */
package org.humdash.kit.export;
