package org.humdash.gateway.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How the page looks, on screen and on paper. */
@Path("/page/style.css")
public class StyleResource {

    private static final int TAG_LENGTH = 32;

    private final byte[] style = read();
    private final EntityTag tag = new EntityTag(hash(style));

    @GET
    @Produces("text/css;charset=UTF-8")
    @Operation(hidden = true)
    public Response style(@Context Request request) {
        Response.ResponseBuilder known = request.evaluatePreconditions(tag);
        Response.ResponseBuilder response = known == null ? Response.ok(style) : known;
        PageHeaders.add(response::header);
        return response.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }

    private static byte[] read() {
        try (InputStream in = StyleResource.class.getResourceAsStream("/page/style.css")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, TAG_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
