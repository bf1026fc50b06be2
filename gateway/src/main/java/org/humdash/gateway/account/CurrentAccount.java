package org.humdash.gateway.account;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Optional;

/** Carries the account of a caller in what the framework keeps of a request. */
public final class CurrentAccount {

    private static final String ATTRIBUTE = "humdash.account";

    private CurrentAccount() {}

    /** The identity of an account, with its roles. */
    public static SecurityIdentity identity(Account account) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(account.name()))
                .addRoles(account.groups())
                .addAttribute(ATTRIBUTE, account)
                .build();
    }

    /** Empty for whoever did not say who they are. */
    public static Optional<Account> of(SecurityIdentity identity) {
        return Optional.ofNullable(identity.getAttribute(ATTRIBUTE));
    }
}
