/** Which of competing figures leads, by a written policy, with all the others beside it. */
package org.humdash.humanitarian.headline;
