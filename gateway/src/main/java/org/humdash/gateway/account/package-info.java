/** Who is asking: accounts, their roles, and what they are cleared for. */
package org.humdash.gateway.account;
