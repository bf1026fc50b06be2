package org.humdash.gateway.peer;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

/** Where each service answers. */
@ApplicationScoped
public class PeerAddresses {

    private final Map<Peer, URI> addresses = new EnumMap<>(Peer.class);

    @Inject
    PeerAddresses(PeerUrlsConfig config) {
        this(config.incidentUrl(), config.humanitarianUrl());
    }

    /** @throws IllegalArgumentException if an address is not just scheme, host and port */
    PeerAddresses(URI incident, URI humanitarian) {
        addresses.put(Peer.INCIDENT, checked("humdash.gateway.incident-url", incident));
        addresses.put(Peer.HUMANITARIAN, checked("humdash.gateway.humanitarian-url", humanitarian));
    }

    /** Scheme, host and port without a slash at the end, such as {@code http://127.0.0.1:8081}. */
    public String origin(Peer peer) {
        URI address = addresses.get(peer);
        return address.getScheme() + "://" + address.getAuthority();
    }

    /** A request to the service; {@code target} is path and query, already encoded. */
    public RequestOptions request(Peer peer, HttpMethod method, String target) {
        URI address = addresses.get(peer);
        boolean tls = address.getScheme().equals("https");
        int port = address.getPort() >= 0 ? address.getPort() : tls ? 443 : 80;
        return new RequestOptions()
                .setMethod(method)
                .setSsl(tls)
                .setHost(address.getHost())
                .setPort(port)
                .setURI(target);
    }

    private static URI checked(String key, URI address) {
        boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        boolean bare = address.getRawPath() == null || address.getRawPath().matches("/?");
        if (!http
                || address.getHost() == null
                || !bare
                || address.getRawQuery() != null
                || address.getRawUserInfo() != null) {
            // The address is not repeated: somebody may have put a password into it.
            throw new IllegalArgumentException(key + " must be scheme, host and port, such as http://127.0.0.1:8081");
        }
        return address;
    }
}
