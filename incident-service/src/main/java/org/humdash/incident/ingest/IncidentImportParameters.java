package org.humdash.incident.ingest;

import jakarta.ws.rs.QueryParam;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.humdash.kit.ingest.ImportParameters;
import org.humdash.vocabulary.mapping.FieldMapping;

/** What a sender says about a file of incidents, in the query. */
public class IncidentImportParameters extends ImportParameters {

    @QueryParam("source")
    @Parameter(description = "Code of the provider, where the file does not say it", example = "ACLED")
    String source;

    @QueryParam("ceasefire")
    @Parameter(description = "Code of the ceasefire, where the file does not say it", example = "GAZA-2025-10")
    String ceasefire;

    @QueryParam("type")
    @Parameter(description = "Type of all incidents, where the file does not say it", example = "AIR_STRIKE")
    String type;

    @QueryParam("sensitivity")
    @Parameter(description = "Sensitivity of all incidents, where the file does not say it")
    String sensitivity;

    @QueryParam("licence")
    @Parameter(description = "Licence of all incidents, where the file does not say it", example = "CC BY 4.0")
    String licence;

    @QueryParam("status")
    @Parameter(description = "DRAFT or PUBLISHED for all incidents, where the file does not say it")
    String status;

    @Override
    protected void addTo(Map<String, FieldMapping> constants) {
        constant(constants, "source", source);
        constant(constants, "ceasefire", ceasefire);
        constant(constants, "type", type);
        constant(constants, "sensitivity", sensitivity);
        constant(constants, "licence", licence);
        constant(constants, "status", status);
    }
}
