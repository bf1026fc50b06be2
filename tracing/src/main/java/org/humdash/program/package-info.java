/** What each of the three programs tells an operator about itself. */
package org.humdash.program;
