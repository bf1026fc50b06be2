package org.humdash.humanitarian.headline;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.humdash.humanitarian.observation.ObservationResponse;
import org.humdash.humanitarian.observation.StandingClaim;
import org.humdash.vocabulary.place.Area;
import org.humdash.vocabulary.place.Gazetteer;

/** Which figures are to be added up. */
class AreaSumFilter {

    @QueryParam("indicator")
    @Parameter(required = true, example = "SHELTER_PEOPLE_ALL", description = "Code of an indicator")
    String indicator;

    @QueryParam("area")
    @Parameter(required = true, example = "PS02", description = "The P-code of an area that has others inside it")
    String area;

    @QueryParam("originator")
    @Parameter(description = "Only figures of this source")
    String originator;

    @QueryParam("definition")
    @Parameter(description = "Only figures by this definition of the indicator")
    String definition;

    @QueryParam("hazard")
    @Parameter(description = "Only figures about this hazard")
    String hazard;

    /** The areas directly inside, or answers 400. */
    List<Area> children() {
        Gazetteer gazetteer = Gazetteer.palestine();
        List<Area> children = gazetteer
                .find(area)
                .map(found -> gazetteer.children(found.pcode()))
                .orElseThrow(() -> INVALID_PARAMETER.because("Parameter 'area' must be a P-code such as PS02."));
        if (children.isEmpty()) {
            throw INVALID_PARAMETER.because("Parameter 'area': there are no areas inside " + area + ".");
        }
        return children;
    }

    boolean asksFor(StandingClaim claim) {
        ObservationResponse shown = claim.shown();
        return claim.isAboutAll()
                && (originator == null || originator.equals(shown.originator().code()))
                && (definition == null || definition.equals(shown.definition().code()))
                && (hazard == null || hazard.equals(shown.hazard()));
    }
}
