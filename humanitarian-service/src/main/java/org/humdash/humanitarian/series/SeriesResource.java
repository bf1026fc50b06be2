package org.humdash.humanitarian.series;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;
import static org.humdash.kit.problem.ProblemType.MIXED_SERIES;
import static org.humdash.kit.problem.ProblemType.NOT_ACCEPTABLE;
import static org.humdash.kit.problem.ProblemType.NOT_FOUND;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.humdash.humanitarian.hazard.HazardRegister;
import org.humdash.humanitarian.indicator.IndicatorCatalogue;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.humanitarian.series.SeriesAnswer.SeriesView;
import org.humdash.humanitarian.source.SourceSummary;
import org.humdash.humanitarian.source.Sources;
import org.humdash.kit.access.Caller;
import org.humdash.kit.revision.ReadClock;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.vocabulary.export.ExportFormat;
import org.humdash.vocabulary.export.FormatChoice;
import org.humdash.vocabulary.export.UnsupportedFormatException;
import org.humdash.vocabulary.export.UnsupportedFormatException.Asked;

@Path("/api/v1/indicators/{code}/series")
@RunOnVirtualThread
class SeriesResource {

    private static final FormatChoice FORMATS = new FormatChoice(
            List.of(ExportFormat.JSON, ExportFormat.CSV, ExportFormat.HXL, ExportFormat.XLSX, ExportFormat.NDJSON));

    /** Jackson hands on 8 KB at a time; a network wants more. */
    private static final int PIECE = 65_536;

    private final SeriesRepository figures;
    private final UnreportedDateRepository unreported;
    private final IndicatorCatalogue indicators;
    private final Sources sources;
    private final HazardRegister hazards;
    private final ObjectMapper json;
    private final ReadClock clock;
    private final Caller caller;

    SeriesResource(
            SeriesRepository figures,
            UnreportedDateRepository unreported,
            IndicatorCatalogue indicators,
            Sources sources,
            HazardRegister hazards,
            ObjectMapper json,
            ReadClock clock,
            Caller caller) {
        this.figures = figures;
        this.unreported = unreported;
        this.indicators = indicators;
        this.sources = sources;
        this.hazards = hazards;
        this.json = json;
        this.clock = clock;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "What each source stated of an indicator over time, in days, weeks or months",
            description =
                    "One series for each source and definition. A day nobody spoke of is null and never zero. A"
                            + " point is the figures whose periods end in it, put together as the indicator allows: the newest of a"
                            + " stock or a cumulative figure, the sum of a flow. A statement counts once, however many passed it on.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SeriesAnswer.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "409", description = "Would put figures in one series that count different things")
    public Response series(
            String code,
            @Valid @BeanParam SeriesFilter filter,
            @BeanParam TimeTravel time,
            @QueryParam("format") @Parameter(description = "json, csv, hxl, xlsx or ndjson; by Accept when left out")
                    String format,
            @HeaderParam("Accept") @Parameter(hidden = true) String accept)
            throws IOException, SQLException {
        ExportFormat chosen = choose(format, accept);
        ReadScope scope = time.scope(clock, caller.clearance());
        IndicatorSummary indicator = indicators
                .find(code, scope)
                .orElseThrow(() -> NOT_FOUND.because("No indicator has the code " + code + "."));
        SeriesQuestion question = filter.question(indicator, hazards.hiddenFrom(scope), scope);
        Map<String, SourceSummary> names = sources.quoted();
        UnreportedDates silent = unreported.find(question);
        StreamingOutput answer;
        if (filter.single) {
            List<ShownSeries> one = one(question, silent).stream().toList();
            answer = out -> write(question, one.iterator(), names, chosen, out);
        } else {
            answer = out -> {
                try (SeriesCursor cursor = figures.open(question)) {
                    write(question, shown(cursor, question, silent), names, chosen, out);
                }
            };
        }
        Response.ResponseBuilder response =
                Response.ok(answer, chosen.mediaType()).header("Vary", "Accept, Authorization");
        if (chosen != ExportFormat.JSON) {
            response.header(
                    "Content-Disposition", "attachment; filename=\"" + chosen.fileName(SeriesTable.NAME) + "\"");
        }
        return response.build();
    }

    private void write(
            SeriesQuestion question,
            Iterator<ShownSeries> series,
            Map<String, SourceSummary> names,
            ExportFormat format,
            OutputStream out)
            throws IOException {
        if (format == ExportFormat.JSON) {
            Iterator<SeriesView> views = stream(series)
                    .map(next -> SeriesView.of(next, question, names))
                    .iterator();
            OutputStream pieces = new BufferedOutputStream(out, PIECE);
            json.writeValue(pieces, SeriesAnswer.of(question, views));
        } else {
            SeriesTable.write(question, series, names, format, out);
        }
    }

    /** The one series there is, or none; 409 for several. */
    private Optional<ShownSeries> one(SeriesQuestion question, UnreportedDates silent) throws IOException {
        try (SeriesCursor cursor = figures.open(question)) {
            Iterator<ShownSeries> series = shown(cursor, question, silent);
            if (!series.hasNext()) {
                return Optional.empty();
            }
            ShownSeries one = series.next();
            if (series.hasNext()) {
                throw severalInOne(one.key(), series.next().key());
            }
            return Optional.of(one);
        }
    }

    private static RuntimeException severalInOne(SeriesKey one, SeriesKey other) {
        if (!one.definition().equals(other.definition())) {
            return SeriesFilter.mixed(one.definition(), other.definition());
        }
        if (!one.originator().equals(other.originator())) {
            return MIXED_SERIES.because("Figures of " + one.originator() + " and of " + other.originator()
                    + " are not put in one series. Name one of them as 'source'.");
        }
        return MIXED_SERIES.because(
                "There are figures about different hazards or parts, which are not put in one series."
                        + " Name one 'hazard', and leave 'parts' out.");
    }

    private static Iterator<ShownSeries> shown(SeriesCursor cursor, SeriesQuestion question, UnreportedDates silent) {
        return stream(cursor)
                .map(series -> ShownSeries.of(series, question, silent))
                .flatMap(Optional::stream)
                .iterator();
    }

    private static <T> Stream<T> stream(Iterator<T> iterator) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    private static ExportFormat choose(String word, String accept) {
        try {
            return FORMATS.choose(word, accept);
        } catch (UnsupportedFormatException e) {
            throw (e.asked() == Asked.BY_NAME ? INVALID_PARAMETER : NOT_ACCEPTABLE).because(e.getMessage() + ".");
        }
    }
}
