package org.humdash.humanitarian.impact;

import static org.humdash.kit.problem.ProblemType.NOT_FOUND;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.humdash.humanitarian.hazard.HazardRegister;
import org.humdash.humanitarian.indicator.IndicatorCatalogue;
import org.humdash.humanitarian.observation.HazardObservations;
import org.humdash.kit.access.Caller;
import org.humdash.kit.revision.ReadClock;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;

@Path("/api/v1/hazards/{code}/impacts")
@RunOnVirtualThread
class ImpactResource {

    private final HazardRegister hazards;
    private final HazardObservations observations;
    private final IndicatorCatalogue indicators;
    private final ReadClock clock;
    private final Caller caller;

    ImpactResource(
            HazardRegister hazards,
            HazardObservations observations,
            IndicatorCatalogue indicators,
            ReadClock clock,
            Caller caller) {
        this.hazards = hazards;
        this.observations = observations;
        this.indicators = indicators;
        this.clock = clock;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "What sources state of the impacts of a hazard",
            description =
                    "The observations about the hazard by indicator and definition, every source side by side, those"
                            + " with the newest validity up to the as-of day. At most 200 of one indicator. Nothing is added up.")
    public HazardImpacts impacts(String code, @BeanParam TimeTravel time) {
        ReadScope scope = time.scope(clock, caller.clearance());
        if (!hazards.isShown(code, scope)) {
            throw NOT_FOUND.because("No hazard has the code " + code + ".");
        }
        var known = indicators.knownAt(scope.knownAt());
        return HazardImpacts.of(code, observations.standing(code, known, scope), known, scope);
    }
}
