/** How much one caller, and all together, may ask. */
package org.humdash.gateway.limit;
