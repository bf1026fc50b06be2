package org.humdash.gateway.quote;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Links through the gateway that give the same answer whenever they are followed. */
@ApplicationScoped
public class Permalinks {

    private final String origin;

    @Inject
    Permalinks(PublicUrlConfig config) {
        this(config.publicUrl());
    }

    /** @throws IllegalArgumentException if the address is not one that a path can be added to */
    Permalinks(Optional<URI> publicUrl) {
        this.origin = publicUrl.map(Permalinks::checked).orElse("");
    }

    /**
     * @param path without a query, already encoded
     * @param more further parameters, encoded, each with an ampersand after it
     */
    String to(String path, String more, Reading reading) {
        return origin + path + "?" + more + "asOf=" + reading.asOf() + "&knownAt="
                + encoded(reading.knownAt().toString());
    }

    /** A path of the gateway, with its query, as whoever is outside reaches it; as it is where nobody says how that is. */
    public String absolute(String path) {
        return origin + path;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String checked(URI url) {
        boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!http
                || url.getHost() == null
                || url.getRawUserInfo() != null
                || url.getRawQuery() != null
                || url.getRawFragment() != null) {
            // The address is not repeated: somebody may have put a password into it.
            throw new IllegalArgumentException(
                    "humdash.gateway.public-url must be scheme and host, such as https://humdash.example.org");
        }
        return url.toString().replaceAll("/+$", "");
    }
}
