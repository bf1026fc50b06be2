/** What all services measure in the same way. */
package org.humdash.kit.meter;
