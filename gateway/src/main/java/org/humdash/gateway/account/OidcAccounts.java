package org.humdash.gateway.account;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.humdash.vocabulary.access.Clearance;

/**
 * Makes an account of a token of the operator's identity provider. Its roles are those of this system, by their codes; with
 * {@code staff} beside it a partner is cleared for what staff may see. The account is named by the subject of the token, which
 * says nothing about a person.
 */
@ApplicationScoped
class OidcAccounts implements SecurityIdentityAugmentor {

    private static final String STAFF = Clearance.STAFF.name().toLowerCase(Locale.ROOT);

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous() || CurrentAccount.of(identity).isPresent()) {
            return Uni.createFrom().item(identity);
        }
        return Uni.createFrom().item(() -> CurrentAccount.identity(account(identity)));
    }

    private static Account account(SecurityIdentity identity) {
        Optional<Role> highest = Arrays.stream(Role.values())
                .filter(role -> identity.hasRole(role.code()))
                .max(Comparator.naturalOrder());
        Role role = highest.orElseThrow(
                () -> new ForbiddenException("The identity provider gave this account no role of this system"));
        boolean seesAll = role.writes() || identity.hasRole(STAFF);
        return new Account("oidc-" + subject(identity), role, seesAll ? Clearance.STAFF : Clearance.PARTNER);
    }

    private static String subject(SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null) {
            return token.getSubject();
        }
        throw new ForbiddenException("The token does not say whose it is");
    }
}
