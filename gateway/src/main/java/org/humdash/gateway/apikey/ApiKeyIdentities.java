package org.humdash.gateway.apikey;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.humdash.gateway.account.Account;
import org.humdash.gateway.account.CurrentAccount;

/** Finds the account of a key, asking the database only where it is not remembered. */
@ApplicationScoped
class ApiKeyIdentities implements IdentityProvider<ApiKeyRequest> {

    private final ApiKeys keys;

    ApiKeyIdentities(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public Class<ApiKeyRequest> getRequestType() {
        return ApiKeyRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(ApiKeyRequest request, AuthenticationRequestContext context) {
        return keys.isRemembered(request.key())
                ? Uni.createFrom().item(() -> identity(keys.account(request.key())))
                : context.runBlocking(() -> identity(keys.account(request.key())));
    }

    private static SecurityIdentity identity(Optional<Account> account) {
        return account.map(CurrentAccount::identity)
                .orElseThrow(() -> new AuthenticationFailedException("The key is nobody's"));
    }
}
