package org.humdash.gateway.apikey;

import static org.humdash.gateway.problem.ProblemType.INVALID_BODY;
import static org.humdash.gateway.problem.ProblemType.NOT_FOUND;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.humdash.gateway.account.Account;
import org.humdash.gateway.account.CurrentAccount;
import org.humdash.gateway.account.Role;
import org.humdash.gateway.cursor.SealedCursors;
import org.humdash.gateway.problem.Problems;
import org.humdash.vocabulary.access.Clearance;

/** The keys of partners and of those who write. For administrators. */
@Path("/api/v1/api-keys")
@RunOnVirtualThread
@RolesAllowed("administrator")
class ApiKeyResource {

    private static final String LIST = "api-keys";

    private final ApiKeys keys;
    private final SealedCursors cursors;
    private final SecurityIdentity identity;
    private final Clock clock;

    ApiKeyResource(ApiKeys keys, SealedCursors cursors, SecurityIdentity identity, Clock clock) {
        this.keys = keys;
        this.cursors = cursors;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * What a new key is to be.
     *
     * @param owner the organisation or program that gets it; no person's name
     * @param clearance PARTNER or STAFF; who writes is cleared for what staff may see, and needs not say so
     * @param expiresAt when it ends; without it, when it is revoked
     */
    record NewKey(
            @NotBlank @Size(max = 200) String owner,
            @NotNull Role role,
            Clearance clearance,
            Instant expiresAt) {}

    /**
     * A key as it is kept.
     *
     * @param account what the services write into the history of what was changed with it
     */
    record KeyResponse(
            String id,
            String account,
            String owner,
            Role role,
            Clearance clearance,
            Instant createdAt,
            String createdBy,
            Instant expiresAt,
            Instant revokedAt,
            String revokedBy,
            Instant lastUsedAt) {

        static KeyResponse of(ApiKey key) {
            return new KeyResponse(
                    key.id(),
                    key.account().name(),
                    key.owner(),
                    key.role(),
                    key.clearance(),
                    key.createdAt(),
                    key.createdBy(),
                    key.expiresAt(),
                    key.revokedAt(),
                    key.revokedBy(),
                    key.lastUsedAt());
        }
    }

    /** A key that was made, and its text, which is shown only here. */
    record MadeKey(String key, KeyResponse kept) {}

    record KeyPage(List<KeyResponse> items, String nextCursor) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a key", description = "Its text is shown in this answer and never again.")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = MadeKey.class)))
    public Response make(@NotNull @Valid NewKey wanted) throws SQLException {
        Clearance clearance = wanted.clearance() != null
                ? wanted.clearance()
                : wanted.role() == Role.PARTNER ? Clearance.PARTNER : Clearance.STAFF;
        if (wanted.expiresAt() != null && !wanted.expiresAt().isAfter(clock.instant())) {
            throw Problems.of(INVALID_BODY, "'expiresAt' has to be in the future.")
                    .build();
        }
        ApiKeys.Made made;
        try {
            made = keys.make(wanted.owner().strip(), wanted.role(), clearance, wanted.expiresAt(), account());
        } catch (IllegalArgumentException e) {
            throw Problems.of(INVALID_BODY, e.getMessage() + ".").build();
        }
        return Response.created(URI.create("/api/v1/api-keys/" + made.key().id()))
                .header("Cache-Control", "no-store")
                .entity(new MadeKey(made.text(), KeyResponse.of(made.key())))
                .build();
    }

    @GET
    @Operation(summary = "The keys that were made, revoked ones too")
    public KeyPage list(
            @QueryParam("cursor") @DefaultValue("") @Parameter(description = "nextCursor of the page before")
                    String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(1000) int limit)
            throws SQLException {
        List<ApiKey> found = keys.page(cursors.given(LIST, cursor).orElse(""), limit + 1);
        List<ApiKey> page = found.subList(0, Math.min(found.size(), limit));
        return new KeyPage(
                page.stream().map(KeyResponse::of).toList(),
                found.size() > limit ? cursors.write(LIST, page.getLast().id()) : null);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One key")
    public KeyResponse get(String id) throws SQLException {
        return keys.byId(id).map(KeyResponse::of).orElseThrow(() -> unknown(id));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Revoke a key",
            description = "It is refused from now on, everywhere within some seconds. It stays in the list.")
    public KeyResponse revoke(String id) throws SQLException {
        return keys.revoke(id, account()).map(KeyResponse::of).orElseThrow(() -> unknown(id));
    }

    private String account() {
        return CurrentAccount.of(identity).map(Account::name).orElseThrow();
    }

    private static RuntimeException unknown(String id) {
        return Problems.of(NOT_FOUND, "No key has the id " + id + ".").build();
    }
}
