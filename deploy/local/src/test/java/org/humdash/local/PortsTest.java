package org.humdash.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aTakenPortIsNamedWithWhoNeedsItAndTheOption() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            int port = taken.getLocalPort();

            LocalException refused = assertThrows(
                    LocalException.class,
                    () -> Ports.choose(Map.of(Listener.INCIDENT, port), true, EnumSet.allOf(Listener.class)));

            assertEquals(
                    "port " + port + ", needed for incident-service, is taken by another program: choose another with"
                            + " --incident-port N, or let all be chosen with --free-ports",
                    refused.getMessage());
            assertEquals(ExitCode.PORT_TAKEN, refused.exitCode());
        }
    }

    @Test
    void aProgramThatListensOnEveryAddressTakesThePortToo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertTrue(Ports.isTaken(taken.getLocalPort()));
        }
    }

    @Test
    void aPortThatWasLeftIsFree() throws IOException {
        int port;
        try (ServerSocket left = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = left.getLocalPort();
        }
        assertFalse(Ports.isTaken(port));
    }

    @Test
    void onePortForTwoIsRefused() {
        LocalException refused = assertThrows(
                LocalException.class,
                () -> Ports.choose(
                        Map.of(Listener.GATEWAY, 61234, Listener.PROMETHEUS, 61234),
                        true,
                        List.of(Listener.GATEWAY, Listener.PROMETHEUS)));

        assertEquals(
                "port 61234 is asked for twice, for gateway and for Prometheus: choose another with --port or"
                        + " --prometheus-port",
                refused.getMessage());
    }

    @Test
    void freePortsAreAllDifferent() {
        Ports ports = Ports.choose(Map.of(), true, EnumSet.allOf(Listener.class));

        assertEquals(
                Listener.values().length,
                EnumSet.allOf(Listener.class).stream().map(ports::of).distinct().count());
        assertEquals("http://127.0.0.1:" + ports.of(Listener.GATEWAY), ports.url(Listener.GATEWAY));
    }
}
