package org.humdash.gateway.route;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.humdash.gateway.account.Account;
import org.humdash.gateway.answer.Conditional;
import org.humdash.gateway.limit.LoadConfig;
import org.humdash.gateway.limit.RequestKind;
import org.humdash.gateway.peer.Peer;
import org.humdash.gateway.peer.PeerAddresses;
import org.humdash.gateway.peer.PeerBreakers;
import org.humdash.gateway.token.Tokens;

/** Hands requests on to the services, streaming both ways. Each service has connections of its own, and others for what takes long. */
@ApplicationScoped
class Forwarder {

    /** In pieces of the framework's 8 KB a long download spends most of its time on being cut up. */
    private static final int PIECE = 65_536;

    private final Vertx vertx;
    private final PeerAddresses addresses;
    private final RouteConfig limits;
    private final RouteMeters meters;
    private final Tokens tokens;
    private final PeerBreakers breakers;
    private final Map<Peer, HttpClient> clients = new EnumMap<>(Peer.class);
    private final Map<Peer, HttpClient> longClients = new EnumMap<>(Peer.class);

    Forwarder(
            Vertx vertx,
            PeerAddresses addresses,
            PeerBreakers breakers,
            RouteConfig limits,
            LoadConfig load,
            RouteMeters meters,
            Tokens tokens) {
        this.vertx = vertx;
        this.breakers = breakers;
        this.addresses = addresses;
        this.limits = limits;
        this.meters = meters;
        this.tokens = tokens;
        for (Peer peer : Peer.values()) {
            clients.put(peer, client(limits.connections(), limits.waiting()));
            longClients.put(peer, client(load.longConnections(), load.longWaiting()));
        }
    }

    /** Takes the request over, to its end. Without an account the service sees what everybody is. */
    void forward(HttpServerRequest request, Route route, Optional<Account> account, Conditional conditional) {
        Peer peer = route.peer();
        HttpClient client = (RequestKind.of(request).isLong() ? longClients : clients).get(peer);
        Optional<String> token = account.map(tokens::of);
        new Exchange(vertx, client, addresses, breakers, limits, meters, request, peer, token, conditional).start();
    }

    private HttpClient client(int connections, int waiting) {
        return vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(limits.connectTimeout().toMillis()))
                .setMaxChunkSize(PIECE)
                .setMaxPoolSize(connections)
                .setMaxWaitQueueSize(waiting));
    }

    @PreDestroy
    void close() {
        clients.values().forEach(HttpClient::close);
        longClients.values().forEach(HttpClient::close);
    }
}
