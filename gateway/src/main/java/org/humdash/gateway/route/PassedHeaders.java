package org.humdash.gateway.route;

import io.vertx.core.MultiMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which headers cross the gateway. */
final class PassedHeaders {

    /** RFC 9110 section 7.6.1 and its forerunners: they speak of one connection, not of the message. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authentication-info",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings");

    /** What only the gateway may tell a service; from a client it would be a claim about itself. */
    private static final Set<String> NOT_FROM_CLIENTS = Set.of(
            "authorization",
            "x-api-key",
            "cookie",
            "forwarded",
            "via",
            "x-real-ip",
            "x-client-ip",
            "true-client-ip",
            "x-original-url",
            "x-original-host",
            "x-rewrite-url",
            "x-http-method-override",
            "x-http-method",
            "x-method-override");

    /** Set anew for the connection to the service, or answered by the gateway itself. */
    private static final Set<String> OUR_OWN =
            Set.of("host", "content-length", "expect", "traceparent", "tracestate", "x-request-id");

    /** About a connection that the client does not have, or said by the gateway already. */
    private static final Set<String> NOT_FROM_SERVICES = Set.of("alt-svc", "x-request-id");

    private PassedHeaders() {}

    /** Copies what a service may see of a client's request. */
    static void request(MultiMap from, MultiMap to) {
        Set<String> named = namedByConnection(from);
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!HOP_BY_HOP.contains(name)
                    && !named.contains(name)
                    && !NOT_FROM_CLIENTS.contains(name)
                    && !name.startsWith("x-forwarded-")
                    && !name.startsWith("humdash-")
                    && !name.startsWith(":")
                    && !OUR_OWN.contains(name)) {
                to.add(header.getKey(), header.getValue());
            }
        }
        to.set("Via", "1.1 humdash-gateway");
    }

    /** Copies what a client may see of a service's answer; addresses of the service become those of the gateway. */
    static void response(MultiMap from, String serviceOrigin, MultiMap to) {
        Set<String> named = namedByConnection(from);
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (HOP_BY_HOP.contains(name)
                    || named.contains(name)
                    || NOT_FROM_SERVICES.contains(name)
                    || !PlainFraming.isName(name)) {
                continue;
            }
            to.add(
                    header.getKey(),
                    switch (name) {
                        case "location", "content-location" -> withoutOrigin(header.getValue(), serviceOrigin);
                        case "link" -> header.getValue().replace("<" + serviceOrigin + "/", "</");
                        default -> header.getValue();
                    });
        }
    }

    private static String withoutOrigin(String address, String origin) {
        return address.startsWith(origin + "/") ? address.substring(origin.length()) : address;
    }

    private static Set<String> namedByConnection(MultiMap headers) {
        Set<String> names = new HashSet<>();
        headers.getAll("Connection").stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .forEach(names::add);
        return names;
    }
}
