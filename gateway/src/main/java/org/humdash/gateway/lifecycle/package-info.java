/** Tells partners in good time what will not be there for ever. */
package org.humdash.gateway.lifecycle;
