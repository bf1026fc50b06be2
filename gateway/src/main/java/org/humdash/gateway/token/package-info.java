/** What the gateway signs for the services about a caller, and the keys with which they can check it. */
package org.humdash.gateway.token;
