/** Does a request that is sent again only once. */
package org.humdash.gateway.idempotency;
