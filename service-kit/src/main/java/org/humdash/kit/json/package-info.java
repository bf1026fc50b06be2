/** How answers become JSON. */
package org.humdash.kit.json;
