package org.humdash.humanitarian.ingest;

import jakarta.ws.rs.QueryParam;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.humdash.kit.ingest.ImportParameters;
import org.humdash.vocabulary.mapping.FieldMapping;

/** What a sender says about a file of observations, in the query. */
public class ObservationImportParameters extends ImportParameters {

    @QueryParam("originator")
    @Parameter(description = "Code of who states the figures, where the file does not say it", example = "GAZA_MOH")
    String originator;

    @QueryParam("publisher")
    @Parameter(description = "Code of who passes them on, where the file does not say it", example = "AFP")
    String publisher;

    @QueryParam("indicator")
    @Parameter(description = "Code of the indicator, where the file does not say it", example = "SHELTER_PEOPLE_ALL")
    String indicator;

    @QueryParam("definition")
    @Parameter(description = "Code of the definition, where the file does not say it", example = "UN2720_TRACKED")
    String definition;

    @QueryParam("area")
    @Parameter(description = "P-code of the area, where the file does not say it", example = "PS02")
    String area;

    @QueryParam("hazard")
    @Parameter(description = "Code of the hazard, where the file does not say it", example = "STORM-BYRON-2025")
    String hazard;

    @QueryParam("sensitivity")
    @Parameter(description = "Sensitivity of all observations, where the file does not say it")
    String sensitivity;

    @Override
    protected void addTo(Map<String, FieldMapping> constants) {
        constant(constants, "originator", originator);
        constant(constants, "publisher", publisher);
        constant(constants, "indicator", indicator);
        constant(constants, "definition", definition);
        constant(constants, "area", area);
        constant(constants, "hazard", hazard);
        constant(constants, "sensitivity", sensitivity);
    }
}
