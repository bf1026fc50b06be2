package org.humdash.humanitarian.source;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.humdash.vocabulary.text.BilingualText;

/** The one thing asked of the source register. Called through {@link SourceRegisterClient} only. */
@RegisterClientHeaders
@RegisterRestClient(configKey = "source-register")
@Path("/api/v1/sources")
interface SourceRegisterApi {

    @GET
    @Path("/{code}")
    RegisteredSource get(@PathParam("code") String code);

    /** What is read of the answer; the register may say more. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record RegisteredSource(String code, BilingualText name, String kind) {}
}
