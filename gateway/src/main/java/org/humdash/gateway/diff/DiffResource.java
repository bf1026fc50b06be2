package org.humdash.gateway.diff;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.humdash.gateway.account.CurrentAccount;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/situation/diff")
@Tag(name = "Situation", description = "Both services in one answer")
public class DiffResource {

    private static final String PARTIAL = "Humdash-Partial";

    private final DiffQueryReader reader;
    private final DiffService service;
    private final SecurityIdentity identity;

    DiffResource(DiffQueryReader reader, DiffService service, SecurityIdentity identity) {
        this.reader = reader;
        this.service = service;
        this.identity = identity;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(operationId = "getSituationDiff", summary = "What changed since an instant", description = """
                    Incidents, claims, observations and hazards that are new, were revised or were retracted since, with the \
                    reasons, and the headline figures before and after. A retracted record is named by its id alone, \
                    whatever ceasefire and area it was of. A part whose service does not answer is unavailable, and says \
                    why. Ask the next time with `nextSince` as `since`.""")
    @Parameter(
            name = "since",
            in = ParameterIn.QUERY,
            description = "The instant to compare with; needed on the first page",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"),
            example = "2025-12-19T18:00:00Z")
    @Parameter(
            name = "ceasefire",
            in = ParameterIn.QUERY,
            description = "Code of the ceasefire; a configured one by default",
            schema = @Schema(type = SchemaType.STRING),
            example = "GAZA-2025-10")
    @Parameter(
            name = "area",
            in = ParameterIn.QUERY,
            description = "P-code of the area; a configured one by default",
            schema = @Schema(type = SchemaType.STRING),
            example = "PS02")
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "The day that figures and claims of both states are cut at; today in Gaza by default",
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            example = "2025-12-19")
    @Parameter(
            name = "knownAt",
            in = ParameterIn.QUERY,
            description =
                    "The instant to compare at, not before since; now by default. With it the same question has the"
                            + " same answer for ever, but for what was hidden since: new and revised incidents, observations and"
                            + " hazards are those as known at the instant, of the facts of the days up to asOf",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many entries of each feed to read, from 1 to 1000",
            schema = @Schema(type = SchemaType.INTEGER, defaultValue = "100", minimum = "1", maximum = "1000"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "nextCursor of the page before; it holds the question, so only limit and lang go with it",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "lang",
            in = ParameterIn.QUERY,
            description = "Language of the reasons, en or ar; by default what Accept-Language asks for",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"en", "ar"}),
            example = "en")
    @APIResponse(
            responseCode = "200",
            description = "What changed, whole or in part",
            headers =
                    @Header(
                            name = PARTIAL,
                            description = "The parts that are unavailable; absent if there are none",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = DiffResponse.class)))
    @APIResponse(
            responseCode = "400",
            description = "A parameter cannot be read; `parameter` names it and `example` shows how to write it",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = HttpProblem.class)))
    @APIResponse(
            responseCode = "404",
            description = "No such ceasefire is known",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = HttpProblem.class)))
    public RestResponse<DiffResponse> diff(@Context UriInfo uri, @Context HttpHeaders headers) {
        DiffQuery query = reader.read(uri.getQueryParameters(), headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        DiffResponse.Composed composed = service.compose(query, CurrentAccount.of(identity));
        RestResponse.ResponseBuilder<DiffResponse> response = RestResponse.ResponseBuilder.ok(composed.diff())
                .header(HttpHeaders.CONTENT_LANGUAGE, composed.diff().language())
                .header(HttpHeaders.VARY, "Accept-Language, Authorization, X-API-Key");
        if (!composed.unavailable().isEmpty()) {
            response.header(PARTIAL, String.join(", ", composed.unavailable()));
        }
        if (composed.diff().knownAt().isBefore(query.knownAt())) {
            // Writes under way held a feed back: asked again, the same question has a fuller answer.
            response.header(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        return response.build();
    }
}
