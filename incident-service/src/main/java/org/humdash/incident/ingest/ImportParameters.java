package org.humdash.incident.ingest;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.humdash.incident.mapping.FieldMapping;
import org.humdash.incident.mapping.TableMapping;
import org.humdash.vocabulary.provider.DateOrder;
import org.humdash.vocabulary.table.TableOptions;

/** What a sender says about a file, in the query. */
class ImportParameters {

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

    @QueryParam("mapping")
    @Parameter(description = "Name of a saved mapping; found out from the columns when left out")
    String mapping;

    @QueryParam("dryRun")
    @DefaultValue("false")
    @Parameter(description = "Say what would happen and write nothing")
    boolean dryRun;

    @QueryParam("complete")
    @DefaultValue("false")
    @Parameter(description = "The file has all incidents of its sources and ceasefires; those it lacks are listed")
    boolean complete;

    @QueryParam("dateOrder")
    @Parameter(description = "DAY_FIRST or MONTH_FIRST, for dates such as 06/07/2025; found out when left out")
    String dateOrder;

    @QueryParam("encoding")
    @Parameter(description = "Such as windows-1256; found out when left out")
    String encoding;

    @QueryParam("separator")
    @Parameter(description = "One character; found out when left out")
    String separator;

    @QueryParam("sheet")
    @Parameter(description = "Name of a sheet of a workbook; the first when left out")
    String sheet;

    ImportOptions options(TableMapping saved) {
        return new ImportOptions(dryRun, complete, saved, constants(), dateOrder(), table());
    }

    private Map<String, FieldMapping> constants() {
        Map<String, FieldMapping> constants = new HashMap<>();
        constant(constants, "source", source);
        constant(constants, "ceasefire", ceasefire);
        constant(constants, "type", type);
        constant(constants, "sensitivity", sensitivity);
        constant(constants, "licence", licence);
        constant(constants, "status", status);
        return constants;
    }

    private static void constant(Map<String, FieldMapping> constants, String field, String value) {
        if (value != null && !value.isBlank()) {
            constants.put(field, FieldMapping.constant(value.strip()));
        }
    }

    private DateOrder dateOrder() {
        return dateOrder == null
                ? null
                : Arrays.stream(DateOrder.values())
                        .filter(order -> order.name().equals(dateOrder))
                        .findFirst()
                        .orElseThrow(() ->
                                INVALID_PARAMETER.because("Parameter 'dateOrder' must be DAY_FIRST or MONTH_FIRST."));
    }

    private TableOptions table() {
        if (separator != null && separator.length() != 1) {
            throw INVALID_PARAMETER.because("Parameter 'separator' must be one character.");
        }
        return new TableOptions(charset(), separator == null ? null : separator.charAt(0), sheet);
    }

    private Charset charset() {
        try {
            return encoding == null ? null : Charset.forName(encoding);
        } catch (IllegalArgumentException e) {
            throw INVALID_PARAMETER.because("Parameter 'encoding' must be an encoding such as UTF-8 or windows-1256.");
        }
    }
}
