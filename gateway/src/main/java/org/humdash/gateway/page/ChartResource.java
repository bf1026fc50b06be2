package org.humdash.gateway.page;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.humdash.gateway.language.LanguageChoice;
import org.humdash.gateway.language.Messages;
import org.humdash.gateway.parameter.Parameters;
import org.humdash.gateway.problem.ProblemType;
import org.humdash.gateway.problem.Problems;
import org.humdash.gateway.situation.PublicSituations;
import org.humdash.gateway.situation.View;
import org.humdash.vocabulary.export.ExportFormat;
import org.humdash.vocabulary.text.Language;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The points of a chart as a file: what the page shows under the same parameters, and nothing else. */
@Path("/page/charts")
public class ChartResource {

    private final PublicSituations situations;
    private final Asking asking;
    private final Messages messages;

    ChartResource(PublicSituations situations, Asking asking, Messages messages) {
        this.situations = situations;
        this.asking = asking;
        this.messages = messages;
    }

    /** @throws HttpProblem if a parameter cannot be read, there is no such chart, or it cannot be made now */
    @GET
    @Path("/{group}/{code}.csv")
    @Produces("text/csv")
    @RunOnVirtualThread
    @Operation(hidden = true)
    public RestResponse<byte[]> csv(@RestPath String group, @RestPath String code, @Context UriInfo uri)
            throws IOException {
        MultivaluedMap<String, String> asked = new MultivaluedHashMap<>(uri.getQueryParameters());
        Words words = new Words(messages.speaker(language(asked.remove("lang"))));
        View view = situations.view(asked);
        Chart chart = chart(ChartGroup.of(group).orElseThrow(() -> none(code)), code, view, words);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ChartFile.write(chart, words, file);
        return ResponseBuilder.ok(file.toByteArray(), ExportFormat.HXL.mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + ExportFormat.HXL.fileName(code) + "\"")
                .header(HttpHeaders.CONTENT_LANGUAGE, words.lang())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private Chart chart(ChartGroup group, String code, View view, Words words) {
        Answers answers = asking.ask(view, List.of(group.part()));
        return group.charts(answers, words).stream()
                .filter(chart -> chart.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Optional.ofNullable(answers.notice(group.part(), words))
                        // While a service does not answer nobody knows whether there is such a chart.
                        .map(notice -> Problems.of(ProblemType.SERVICE_UNREACHABLE, notice)
                                .build())
                        .orElseGet(() -> none(code)));
    }

    private static HttpProblem none(String code) {
        return Problems.of(ProblemType.NOT_FOUND, "There is no chart " + code + " of this view.")
                .build();
    }

    private static Language language(List<String> codes) {
        if (codes == null) {
            return Language.EN;
        }
        String code = codes.size() == 1 ? codes.getFirst() : String.join(", ", codes);
        return LanguageChoice.ofCode(code)
                .orElseThrow(
                        () -> Parameters.refused("lang", Parameters.quoted(code) + " is neither en nor ar.", "ar"));
    }
}
