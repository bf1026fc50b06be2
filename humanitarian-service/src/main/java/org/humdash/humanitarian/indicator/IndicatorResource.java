package org.humdash.humanitarian.indicator;

import static org.humdash.kit.problem.ProblemType.NOT_FOUND;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.humdash.kit.access.Caller;
import org.humdash.kit.revision.Recorder;
import org.humdash.kit.revision.Recorder.Recorded;
import org.humdash.kit.revision.TimeTravel;

@Path("/api/v1/indicators")
@RunOnVirtualThread
class IndicatorResource {

    private final IndicatorRepository indicators;
    private final Recorder recorder;
    private final Clock clock;
    private final Caller caller;

    IndicatorResource(IndicatorRepository indicators, Recorder recorder, Clock clock, Caller caller) {
        this.indicators = indicators;
        this.recorder = recorder;
        this.clock = clock;
        this.caller = caller;
    }

    /** The catalogue is a few dozen indicators, so it is one page. */
    record IndicatorList(List<IndicatorResponse> items) {}

    @GET
    @Operation(summary = "The catalogue of indicators with their definitions")
    public IndicatorList list(@BeanParam TimeTravel time) {
        return new IndicatorList(indicators.all(time.scope(clock, caller.clearance())).stream()
                .map(IndicatorResponse::of)
                .toList());
    }

    @GET
    @Path("/{code}")
    @Operation(summary = "One indicator with its definitions")
    public IndicatorResponse get(String code, @BeanParam TimeTravel time) {
        return indicators
                .byCode(code, time.scope(clock, caller.clearance()))
                .map(IndicatorResponse::of)
                .orElseThrow(() -> NOT_FOUND.because("No indicator has the code " + code + "."));
    }

    @POST
    @RolesAllowed(Caller.CONTRIBUTOR)
    @Operation(
            summary = "Add an indicator",
            description =
                    "The same indicator again answers 200 and changes nothing; another one under its code answers 409.")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = IndicatorResponse.class)))
    @APIResponse(
            responseCode = "200",
            description = "Was there already, just so",
            content = @Content(schema = @Schema(implementation = IndicatorResponse.class)))
    public Response create(@NotNull @Valid IndicatorRequest request) {
        Recorded<Indicator> indicator = recorder.once(
                () -> indicators.current(request.code()),
                known -> known.says(request),
                () -> Indicator.from(request),
                "Indicator " + request.code());
        return Response.status(indicator.created() ? Status.CREATED : Status.OK)
                .location(URI.create("/api/v1/indicators/" + request.code()))
                .entity(IndicatorResponse.of(indicator.entity()))
                .build();
    }
}
