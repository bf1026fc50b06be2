package org.humdash.gateway.situation;

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

@Path("/api/v1/situation")
@Tag(name = "Situation", description = "Both services in one answer")
public class SituationResource {

    private static final String PARTIAL = "Humdash-Partial";
    private static final String STALE = "Humdash-Stale";

    private final SituationQueryReader reader;
    private final SituationService service;
    private final SecurityIdentity identity;

    SituationResource(SituationQueryReader reader, SituationService service, SecurityIdentity identity) {
        this.reader = reader;
        this.service = service;
        this.identity = identity;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(operationId = "getSituation", summary = "The situation under a ceasefire", description = """
                    Composed from both services, which are asked at once and about the same day and state of knowledge. \
                    Each caller is shown what they may see. A section whose service does not answer is its last good value, \
                    with `stale`, its instant and its age, or unavailable, and says why; the others are served all the \
                    same, `partial` is true and the header Humdash-Partial names the sections that were not read now. \
                    No figure is ever made up. Ask again with the `knownAt` of an answer to get the same answer. \
                    `quotes` has the figures as sentences in the language of the answer.""")
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
            description = "Cut the facts at this day; today in Gaza by default",
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            example = "2025-12-19")
    @Parameter(
            name = "knownAt",
            in = ParameterIn.QUERY,
            description = "Cut the records at this instant; now by default",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"),
            example = "2025-12-19T18:00:00Z")
    @Parameter(
            name = "sections",
            in = ParameterIn.QUERY,
            description =
                    "Only these sections, with commas: ceasefire, claims, ledger, indicators, timeline; all by default",
            schema = @Schema(type = SchemaType.STRING),
            example = "ceasefire,claims")
    @Parameter(
            name = "lang",
            in = ParameterIn.QUERY,
            description =
                    "Language of the sentences, en or ar; by default what Accept-Language asks for, and English otherwise. Codes and bilingual texts are the same in both",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"en", "ar"}),
            example = "en")
    @APIResponse(
            responseCode = "200",
            description = "The situation, whole or in part",
            headers = {
                @Header(
                        name = PARTIAL,
                        description = "The sections that are unavailable or stale; absent if there are none",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = STALE,
                        description = "Those of them that are the last good value; absent if there are none",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = HttpHeaders.CONTENT_LANGUAGE,
                        description = "The language of the sentences",
                        schema = @Schema(type = SchemaType.STRING))
            },
            content = @Content(schema = @Schema(implementation = SituationResponse.class)))
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
    public RestResponse<SituationResponse> situation(@Context UriInfo uri, @Context HttpHeaders headers) {
        SituationQuery query =
                reader.read(uri.getQueryParameters(), headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        Composition composed = service.compose(query, CurrentAccount.of(identity));
        RestResponse.ResponseBuilder<SituationResponse> response = RestResponse.ResponseBuilder.ok(composed.situation())
                .header(HttpHeaders.CONTENT_LANGUAGE, composed.situation().language())
                .header(HttpHeaders.VARY, "Accept-Language, Authorization, X-API-Key");
        if (!composed.missing().isEmpty()) {
            response.header(PARTIAL, String.join(", ", composed.missing()));
        }
        if (!composed.stale().isEmpty()) {
            response.header(STALE, String.join(", ", composed.stale()));
        }
        return response.build();
    }
}
