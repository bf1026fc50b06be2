package org.humdash.gateway.page;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.humdash.gateway.answer.AcceptedGzip;
import org.humdash.gateway.problem.ProblemType;
import org.humdash.gateway.problem.Problems;
import org.jboss.resteasy.reactive.RestPath;

/** How the page looks, and what draws its charts. Browsers ask again by the tag, for a file changes with the program. */
@Path("/page")
public class PageFileResource {

    private static final String SCRIPT = "text/javascript;charset=UTF-8";

    private final Map<String, PageFile> files = Map.of(
            "style.css", PageFile.of("style.css", "text/css;charset=UTF-8"),
            "icon.svg", PageFile.of("icon.svg", "image/svg+xml"),
            "charts.js", PageFile.of("charts.js", SCRIPT),
            // Chart.js, as its authors publish it.
            "chart.umd.min.js", PageFile.of("chart.umd.min.js", SCRIPT));

    /** @throws HttpProblem if there is no such file */
    @GET
    @Path("{name}")
    @Operation(hidden = true)
    public Response file(
            @RestPath String name, @Context Request request, @HeaderParam("Accept-Encoding") String accepted) {
        PageFile file = files.get(name);
        if (file == null) {
            throw Problems.of(ProblemType.NOT_FOUND, "The page has no file " + name + ".")
                    .build();
        }
        return sent(file, request, accepted);
    }

    private static Response.ResponseBuilder whole(PageFile file, String accepted) {
        return AcceptedGzip.in(accepted)
                ? Response.ok(file.gzipped(), file.mediaType()).header(HttpHeaders.CONTENT_ENCODING, "gzip")
                : Response.ok(file.bytes(), file.mediaType());
    }

    private static Response sent(PageFile file, Request request, String accepted) {
        Response.ResponseBuilder known = request.evaluatePreconditions(file.tag());
        Response.ResponseBuilder response = known == null ? whole(file, accepted) : known;
        PageHeaders.add(response::header);
        return response.tag(file.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }
}
