package org.humdash.gateway.route;

import io.vertx.core.http.HttpMethod;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.humdash.gateway.peer.Peer;

/** What is handed on: a collection of the API with everything below it, to the service that owns it. Nothing else is. */
public enum Route {
    SOURCES("sources", Peer.INCIDENT, Methods.READ_AND_CREATE),
    CEASEFIRES("ceasefires", Peer.INCIDENT, Methods.READ_AND_CREATE),
    CLAIMS("claims", Peer.INCIDENT, Methods.READ_CREATE_AND_CHANGE),
    INCIDENTS("incidents", Peer.INCIDENT, Methods.READ_CREATE_AND_CHANGE),
    COVERAGE("coverage", Peer.INCIDENT, Methods.READ_AND_CREATE),
    RECONCILIATION("reconciliation", Peer.INCIDENT, Methods.READ),
    VIOLATION_TYPES("violation-types", Peer.INCIDENT, Methods.READ),
    INDICATORS("indicators", Peer.HUMANITARIAN, Methods.READ_CREATE_AND_CHANGE),
    OBSERVATIONS("observations", Peer.HUMANITARIAN, Methods.READ_CREATE_AND_CHANGE),
    UNREPORTED_DAYS("unreported-days", Peer.HUMANITARIAN, Methods.READ),
    PULLS("pulls", Peer.HUMANITARIAN, Methods.READ_CREATE_AND_CHANGE),
    HAZARDS("hazards", Peer.HUMANITARIAN, Methods.READ_CREATE_AND_CHANGE),
    ALERTS("alerts", Peer.HUMANITARIAN, Methods.READ_CREATE_AND_CHANGE),
    HEADLINES("headlines", Peer.HUMANITARIAN, Methods.READ),
    HEADLINE_POLICIES("headline-policies", Peer.HUMANITARIAN, Methods.READ_CREATE_AND_CHANGE),
    COMMITMENTS("commitments", Peer.HUMANITARIAN, Methods.READ_CREATE_AND_CHANGE);

    /** In a class of its own because an enum's constants come before its other constants. */
    private static final class Methods {
        static final List<HttpMethod> READ = List.of(HttpMethod.GET, HttpMethod.HEAD);
        static final List<HttpMethod> READ_AND_CREATE = List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST);
        static final List<HttpMethod> READ_CREATE_AND_CHANGE =
                List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT);
    }

    private final String path;
    private final Peer peer;
    private final List<HttpMethod> methods;

    Route(String collection, Peer peer, List<HttpMethod> methods) {
        this.path = "/api/v1/" + collection;
        this.peer = peer;
        this.methods = methods;
    }

    /** The route of a path that {@link PlainPath} has let through. */
    public static Optional<Route> of(String path) {
        return Arrays.stream(values())
                .filter(route -> path.startsWith(route.path)
                        && (path.length() == route.path.length() || path.charAt(route.path.length()) == '/'))
                .findFirst();
    }

    /** Path of the collection, without a slash at the end. */
    public String path() {
        return path;
    }

    public Peer peer() {
        return peer;
    }

    List<HttpMethod> methods() {
        return methods;
    }
}
