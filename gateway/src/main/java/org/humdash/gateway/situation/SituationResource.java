package org.humdash.gateway.situation;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/situation")
@Tag(name = "Situation", description = "Both services in one answer")
public class SituationResource {

    private static final String PARTIAL = "Humdash-Partial";

    private final SituationQueryReader reader;
    private final SituationService service;

    SituationResource(SituationQueryReader reader, SituationService service) {
        this.reader = reader;
        this.service = service;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(operationId = "getSituation", summary = "The situation under a ceasefire", description = """
                    Composed from both services, which are asked at once and about the same day and state of knowledge. \
                    A section whose service does not answer is unavailable, and says why; the others are served all the \
                    same, `partial` is true and the header Humdash-Partial names the missing ones. No figure is ever \
                    made up. Ask again with the `knownAt` of an answer to get the same answer.""")
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
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @APIResponse(
            responseCode = "200",
            description = "The situation, whole or in part",
            headers =
                    @Header(
                            name = PARTIAL,
                            description = "The sections that are unavailable; absent if there are none",
                            schema = @Schema(type = SchemaType.STRING)),
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
    public RestResponse<SituationResponse> situation(@Context UriInfo uri) {
        SituationResponse situation = service.compose(reader.read(uri.getQueryParameters()));
        RestResponse.ResponseBuilder<SituationResponse> response = RestResponse.ResponseBuilder.ok(situation);
        List<String> missing = situation.sections().missing();
        if (!missing.isEmpty()) {
            response.header(PARTIAL, String.join(", ", missing));
        }
        return response.build();
    }
}
