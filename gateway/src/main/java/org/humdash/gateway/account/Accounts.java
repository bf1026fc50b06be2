package org.humdash.gateway.account;

import java.util.Optional;

/** Knows accounts by their names, for what is done for them while they are not asking. */
public interface Accounts {

    /** Whether the account is one that can be looked up later: that of a key, not one of an identity provider. */
    boolean keeps(Account account);

    /**
     * The account as it stands now; empty if its key was revoked or has expired, or if it is none that is kept here.
     *
     * @throws IllegalStateException if the database cannot say
     */
    Optional<Account> byName(String name);
}
