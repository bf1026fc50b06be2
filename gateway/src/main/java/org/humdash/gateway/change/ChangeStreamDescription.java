package org.humdash.gateway.change;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Describes the stream, which is no resource and would be in no description. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ChangeStreamDescription implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI description) {
        description
                .getPaths()
                .addPathItem(
                        ChangeStreamRoutes.PATH,
                        OASFactory.createPathItem()
                                .GET(OASFactory.createOperation()
                                        .operationId("streamChanges")
                                        .addTag("Changes")
                                        .summary("What changes at both services, as Server-Sent Events")
                                        .description(
                                                "Each event `changes` has a page of /api/v1/changes as its data and that"
                                                        + " page's nextCursor as its id. A reader that comes back with Last-Event-ID, as"
                                                        + " browsers do, goes on behind it. Comments show that the stream is alive.")
                                        .parameters(
                                                List.of(
                                                        parameter(
                                                                "cursor",
                                                                Parameter.In.QUERY,
                                                                "nextCursor of any earlier page or id of any event"),
                                                        parameter(
                                                                "from",
                                                                Parameter.In.QUERY,
                                                                "Without a cursor: begin with what was recorded at this instant (ISO 8601)"),
                                                        parameter(
                                                                "feeds",
                                                                Parameter.In.QUERY,
                                                                "Some of incidents, observations and hazards, with commas; all when left"
                                                                        + " out"),
                                                        parameter(
                                                                "Last-Event-ID",
                                                                Parameter.In.HEADER,
                                                                "The id of the last event that was taken; it counts more than cursor")))
                                        .responses(OASFactory.createAPIResponses()
                                                .addAPIResponse(
                                                        "200",
                                                        OASFactory.createAPIResponse()
                                                                .description("The stream")
                                                                .content(OASFactory.createContent()
                                                                        .addMediaType(
                                                                                "text/event-stream",
                                                                                OASFactory.createMediaType()
                                                                                        .schema(text()))))
                                                .addAPIResponse("400", problem("A parameter or the id cannot be read"))
                                                .addAPIResponse(
                                                        "409",
                                                        problem(
                                                                "The cursor was given to a reader of another clearance"))
                                                .addAPIResponse(
                                                        "429", problem("Too many streams of one reader are open"))
                                                .addAPIResponse("503", problem("All streams are taken")))));
    }

    private static Parameter parameter(String name, Parameter.In in, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(in)
                .description(description)
                .schema(text());
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }

    private static org.eclipse.microprofile.openapi.models.responses.APIResponse problem(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/HttpProblem"))));
    }
}
