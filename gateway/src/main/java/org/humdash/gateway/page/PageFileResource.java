package org.humdash.gateway.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.humdash.gateway.answer.AcceptedGzip;

/** How the page looks, and what draws its charts. Browsers ask again by the tag, for a file changes with the program. */
@Path("/page")
public class PageFileResource {

    private static final String SCRIPT = "text/javascript;charset=UTF-8";

    private final PageFile style = PageFile.of("style.css", "text/css;charset=UTF-8");
    private final PageFile icon = PageFile.of("icon.svg", "image/svg+xml");
    private final PageFile charts = PageFile.of("charts.js", SCRIPT);
    private final PageFile library = PageFile.of("chart.umd.min.js", SCRIPT);

    @GET
    @Path("style.css")
    @Operation(hidden = true)
    public Response style(@Context Request request, @HeaderParam("Accept-Encoding") String accepted) {
        return sent(style, request, accepted);
    }

    @GET
    @Path("charts.js")
    @Operation(hidden = true)
    public Response charts(@Context Request request, @HeaderParam("Accept-Encoding") String accepted) {
        return sent(charts, request, accepted);
    }

    /** Chart.js, as its authors publish it. */
    @GET
    @Path("chart.umd.min.js")
    @Operation(hidden = true)
    public Response library(@Context Request request, @HeaderParam("Accept-Encoding") String accepted) {
        return sent(library, request, accepted);
    }

    @GET
    @Path("icon.svg")
    @Operation(hidden = true)
    public Response icon(@Context Request request, @HeaderParam("Accept-Encoding") String accepted) {
        return sent(icon, request, accepted);
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
