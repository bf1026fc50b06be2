package org.humdash.gateway.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Where messages may be sent. Partners name the endpoints and the gateway stands in a network of its operator, so an endpoint
 * has to be in the public network: else a webhook would be a way to ask what only the gateway can reach.
 */
@ApplicationScoped
class Targets {

    private static final int LONGEST = 2_000;
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final boolean allowHttp;
    private final boolean allowPrivate;
    private final List<Integer> ports;
    private final Resolver resolver;

    /** Looks a name up; waits for the network. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    @Inject
    Targets(WebhooksConfig config) {
        this(config.allowHttp(), config.allowPrivateAddresses(), config.ports(), InetAddress::getAllByName);
    }

    Targets(boolean allowHttp, boolean allowPrivate, List<Integer> ports, Resolver resolver) {
        this.allowHttp = allowHttp;
        this.allowPrivate = allowPrivate;
        this.ports = List.copyOf(ports);
        this.resolver = resolver;
    }

    /** Reads an address as somebody gave it. Where its host is, is looked up before each message. */
    URI read(String text) throws TargetRefused {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            throw new TargetRefused("'url' is not an address.");
        }
        boolean https = "https".equalsIgnoreCase(url.getScheme());
        if (!https && !(allowHttp && "http".equalsIgnoreCase(url.getScheme()))) {
            throw new TargetRefused("'url' has to begin with https://.");
        }
        if (text.length() > LONGEST || url.getHost() == null || url.getHost().isEmpty()) {
            throw new TargetRefused("'url' has to name a host, in no more than " + LONGEST + " characters.");
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw new TargetRefused("'url' must hold no user, password or fragment.");
        }
        if (!allowPrivate && !ports.contains(port(url))) {
            throw new TargetRefused("'url' has to be on one of the ports " + ports + ".");
        }
        return url;
    }

    static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : "https".equalsIgnoreCase(url.getScheme()) ? HTTPS_PORT : HTTP_PORT;
    }

    /**
     * The address to connect to. If one address of the name is not public, none is taken: whoever mixes them has something in
     * mind.
     *
     * @throws UnknownHostException if the name leads nowhere
     */
    InetAddress address(URI url) throws TargetRefused, UnknownHostException {
        String host = url.getHost();
        boolean literal = host.startsWith("[");
        InetAddress[] found = resolver.resolve(literal ? host.substring(1, host.length() - 1) : host);
        if (found.length == 0) {
            throw new UnknownHostException(host);
        }
        if (!allowPrivate && !Arrays.stream(found).allMatch(PublicAddresses::contain)) {
            throw new TargetRefused("The host of 'url' leads to an address that is not in the public network.");
        }
        return found[0];
    }
}
