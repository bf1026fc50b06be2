/** Questions to the services behind the gateway, many at once, and what became of them. */
package org.humdash.gateway.question;
