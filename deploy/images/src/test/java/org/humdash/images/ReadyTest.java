package org.humdash.images;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class ReadyTest {

    @Test
    void onlyAProgramThatAnswers200IsReady() throws IOException {
        assertTrue(ready(200));
        assertFalse(ready(503));
        assertFalse(ready(404));
    }

    @Test
    void oneThatDoesNotListenIsNotReady() throws IOException {
        HttpServer gone = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gone.start();
        gone.stop(0);
        assertFalse(Ready.isReady(gone.getAddress().getPort()));
    }

    private static boolean ready(int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            return Ready.isReady(server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }
}
