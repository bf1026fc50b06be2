/** Keys of the API: handed out once, kept as hashes, revoked at once. */
package org.humdash.gateway.apikey;
