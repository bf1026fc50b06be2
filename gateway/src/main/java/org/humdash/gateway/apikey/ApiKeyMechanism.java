package org.humdash.gateway.apikey;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** Reads a key from {@code Authorization: Bearer} or {@code X-API-Key}. A bearer that is no key of ours is left to others. */
@ApplicationScoped
class ApiKeyMechanism implements HttpAuthenticationMechanism {

    private static final String HEADER = "X-API-Key";
    private static final String BEARER = "bearer ";

    /** Before the mechanism that reads tokens of an identity provider. */
    private static final int FIRST = DEFAULT_PRIORITY + 1;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext ctx, IdentityProviderManager identities) {
        String header = ctx.request().getHeader(HEADER);
        if (header != null) {
            return SentKey.parse(header.strip())
                    .map(key -> identities.authenticate(new ApiKeyRequest(key)))
                    .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException("Not a key")));
        }
        return bearer(ctx.request().getHeader("Authorization"))
                .flatMap(SentKey::parse)
                .map(key -> identities.authenticate(new ApiKeyRequest(key)))
                .orElseGet(() -> Uni.createFrom().optional(Optional.empty()));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext ctx) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer realm=\"humdash\""));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(ApiKeyRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext ctx) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.OTHER_HEADER, HEADER));
    }

    @Override
    public int getPriority() {
        return FIRST;
    }

    private static Optional<String> bearer(String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }
}
