package org.humdash.kit.ingest;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.humdash.vocabulary.mapping.FieldMapping;
import org.humdash.vocabulary.mapping.TableMapping;
import org.humdash.vocabulary.provider.DateOrder;
import org.humdash.vocabulary.table.TableOptions;

/** What a sender says about a file, in the query. Each service adds what may be said of all records of the file. */
public abstract class ImportParameters {

    @QueryParam("mapping")
    @Parameter(description = "Name of a saved mapping; found out from the columns when left out")
    public String mapping;

    @QueryParam("dryRun")
    @DefaultValue("false")
    @Parameter(description = "Say what would happen and write nothing")
    public boolean dryRun;

    @QueryParam("complete")
    @DefaultValue("false")
    @Parameter(description = "The file has everything its sources say of its subjects; the records it lacks are listed")
    public boolean complete;

    @QueryParam("dateOrder")
    @Parameter(description = "DAY_FIRST or MONTH_FIRST, for dates such as 06/07/2025; found out when left out")
    public String dateOrder;

    @QueryParam("encoding")
    @Parameter(description = "Such as windows-1256; found out when left out")
    public String encoding;

    @QueryParam("separator")
    @Parameter(description = "One character; found out when left out")
    public String separator;

    @QueryParam("sheet")
    @Parameter(description = "Name of a sheet of a workbook; the first when left out")
    public String sheet;

    @QueryParam("wait")
    @DefaultValue("0")
    @Min(0)
    @Max(60)
    @Parameter(description = "Seconds to wait for the end before answering")
    public int wait;

    ImportOptions options(TableMapping saved) {
        return new ImportOptions(dryRun, complete, saved, constants(), dateOrder(), table());
    }

    /** Values for our columns that the file gives none for; {@link #constant} adds one. */
    protected abstract void addTo(Map<String, FieldMapping> constants);

    private Map<String, FieldMapping> constants() {
        Map<String, FieldMapping> constants = new HashMap<>();
        addTo(constants);
        return constants;
    }

    /** Adds a constant, unless the parameter was left out. */
    protected static void constant(Map<String, FieldMapping> constants, String field, String value) {
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
