package org.humdash.gateway.change;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.humdash.gateway.account.Account;
import org.humdash.gateway.account.CurrentAccount;
import org.humdash.gateway.problem.ProblemType;
import org.humdash.gateway.problem.Problems;
import org.humdash.gateway.token.Tokens;
import org.humdash.vocabulary.access.Clearance;

@Path("/api/v1/changes")
@RunOnVirtualThread
@Tag(name = "Changes", description = "What changed at both services, to keep a copy by")
class ChangeResource {

    private static final String PARTIAL = "Humdash-Partial";

    private final ChangeReader reader;
    private final ChangeCursors cursors;
    private final Tokens tokens;
    private final SecurityIdentity identity;

    ChangeResource(ChangeReader reader, ChangeCursors cursors, Tokens tokens, SecurityIdentity identity) {
        this.reader = reader;
        this.cursors = cursors;
        this.tokens = tokens;
        this.identity = identity;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getChanges",
            summary = "What changed at both services since a place, in the order each of them recorded it",
            description =
                    "The feeds of incidents, observations and hazards in one. Within a service the order is that of recording;"
                            + " nothing is missed and nothing is out of order. Between the two services no order is promised."
                            + " If a service does not answer, the entries of the other come all the same, partial is true, and"
                            + " nextCursor stays where it was in the feeds of the one that is missing. docs/changes.md says what to"
                            + " do with an entry. /api/v1/changes/stream is the same as Server-Sent Events.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChangesResponse.class)))
    @APIResponse(
            responseCode = "400",
            description = "A parameter cannot be read, or a cursor was altered; `parameter` names it",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = HttpProblem.class)))
    @APIResponse(
            responseCode = "409",
            description = "The cursor was given to a reader of another clearance: begin anew",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = HttpProblem.class)))
    public Response changes(
            @QueryParam("cursor") @Parameter(description = "nextCursor of any earlier page") String cursor,
            @QueryParam("from")
                    @Parameter(
                            description = "Without a cursor: begin with what was recorded at this instant (ISO 8601)",
                            example = "2025-12-19T18:00:00Z")
                    String from,
            @QueryParam("feeds")
                    @Parameter(
                            description = "Some of incidents, observations and hazards, with commas; all when left out",
                            example = "incidents,hazards")
                    String feeds,
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(1000)
                    @Parameter(description = "At least one for each feed that is asked for, which share it equally")
                    int limit) {
        Optional<Account> account = CurrentAccount.of(identity);
        Clearance clearance = account.map(Account::clearance).orElse(Clearance.PUBLIC);
        ChangePage page;
        ChangeQuery query;
        try {
            query = ChangeQuery.of(cursor, from, feeds, clearance, cursors);
            if (limit < query.feeds().size()) {
                throw new InvalidChangeQuery(
                        ProblemType.INVALID_PARAMETER,
                        "limit",
                        "Parameter 'limit' must be at least " + query.feeds().size() + ", one for each feed.");
            }
            page = reader.read(query.position(), query.feeds(), limit, account.map(tokens::of));
        } catch (InvalidChangeQuery e) {
            throw Problems.of(e.type(), e.getMessage())
                    .with("parameter", e.parameter())
                    .build();
        }
        String next = cursors.write(page.next(), clearance);
        Response.ResponseBuilder response = Response.ok(ChangesResponse.of(page, next))
                .header("Link", link(next, feeds, limit))
                .header("Vary", "Authorization, X-API-Key")
                .header("Cache-Control", "private, no-cache");
        if (!page.missing().isEmpty()) {
            response.header(
                    PARTIAL,
                    page.missing().keySet().stream()
                            .sorted()
                            .map(peer -> peer.serviceName())
                            .collect(Collectors.joining(", ")));
        }
        return response.build();
    }

    /** Relative, so that it holds behind a proxy that adds a path. */
    private static String link(String next, String feeds, int limit) {
        String filter = feeds == null || feeds.isEmpty() ? "" : "&feeds=" + feeds;
        return "</api/v1/changes?limit=" + limit + filter + "&cursor=" + next + ">; rel=\"next\"";
    }
}
