package org.humdash.gateway.token;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;

/**
 * Where the services read whom to believe: a JSON Web Key Set of RFC 7517, for programs and in no description. These keys are public: they check a signature, and cannot make one.
 */
@Path("/.well-known/jwks.json")
@RunOnVirtualThread
class KeySetResource {

    private static final Logger LOG = Logger.getLogger(KeySetResource.class);

    private final PublishedKeyRepository published;
    private final SigningKeys keys;
    private final Clock clock;

    KeySetResource(PublishedKeyRepository published, SigningKeys keys, Clock clock) {
        this.published = published;
        this.keys = keys;
        this.clock = clock;
    }

    @GET
    @Produces("application/json")
    @Operation(hidden = true)
    public Response keys() {
        return Response.ok("{\"keys\":[" + String.join(",", current()) + "]}")
                .header("Cache-Control", "public, max-age=60")
                .build();
    }

    /** Without the database there is still the key of this gateway, with which it signs. */
    private List<String> current() {
        try {
            return published.current(clock.instant());
        } catch (SQLException e) {
            LOG.warn("The keys of the other gateways could not be read", e);
            return List.of(keys.current().publicKey());
        }
    }
}
