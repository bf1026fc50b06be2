package org.humdash.local;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Which port each listener gets; all on 127.0.0.1. */
final class Ports {

    /** Below those that systems give to whoever calls somebody, who would take one while what had it is started again. */
    private static final int LOWEST = 15_000;

    private static final int HIGHEST = 32_000;
    private static final int TRIES = 100;

    private static final int CONNECT_MILLIS = 500;

    private final Map<Listener, Integer> numbers;

    private Ports(Map<Listener, Integer> numbers) {
        this.numbers = numbers;
    }

    /**
     * Chooses a port for each listener and sees that nobody has it.
     *
     * @param asked ports given on the command line
     * @param anyFree whether the others may be any that are free, instead of the usual ones
     * @throws LocalException naming the port, who needs it and the option to choose another
     */
    static Ports choose(Map<Listener, Integer> asked, boolean anyFree, Collection<Listener> needed) {
        Map<Listener, Integer> numbers = new EnumMap<>(Listener.class);
        Map<Integer, Listener> owners = new HashMap<>();
        for (Listener listener : needed) {
            Integer port = asked.get(listener);
            if (port == null && anyFree) {
                continue;
            }
            int number = port == null ? listener.usualPort() : port;
            Listener other = owners.put(number, listener);
            if (other != null) {
                throw new LocalException(
                        ExitCode.USAGE,
                        "port " + number + " is asked for twice, for " + other.title() + " and for " + listener.title()
                                + ": choose another with " + other.option() + " or " + listener.option());
            }
            if (isTaken(number)) {
                throw new LocalException(
                        ExitCode.PORT_TAKEN,
                        "port " + number + ", needed for " + listener.title() + ", is taken by another program: choose"
                                + " another with " + listener.option() + " N, or let all be chosen with --free-ports");
            }
            numbers.put(listener, number);
        }
        chooseFree(numbers, needed);
        return new Ports(numbers);
    }

    int of(Listener listener) {
        return numbers.get(listener);
    }

    /** The address of a listener that speaks HTTP, without a slash at the end. */
    String url(Listener listener) {
        return "http://127.0.0.1:" + of(listener);
    }

    private static void chooseFree(Map<Listener, Integer> numbers, Collection<Listener> needed) {
        // All are held open until all are chosen, so that none is given twice.
        Set<ServerSocket> held = new HashSet<>();
        try {
            for (Listener listener : needed) {
                if (!numbers.containsKey(listener)) {
                    ServerSocket socket = anyFree();
                    held.add(socket);
                    numbers.put(listener, socket.getLocalPort());
                }
            }
        } catch (IOException e) {
            throw new LocalException("no port is free: " + e.getMessage(), e);
        } finally {
            held.forEach(Ports::close);
        }
    }

    private static ServerSocket anyFree() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            try {
                return new ServerSocket(ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST), 1, loopback());
            } catch (BindException e) {
                // Another one, then.
            }
        }
        throw new IOException("none of " + TRIES + " between " + LOWEST + " and " + HIGHEST + " was");
    }

    static boolean isTaken(int port) {
        // Some systems let a port be bound although a program listens on all addresses; calling it finds that one.
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(loopback(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            // Nobody answers.
        }
        try (ServerSocket socket = new ServerSocket(port, 1, loopback())) {
            return !socket.isBound();
        } catch (IOException e) {
            return true;
        }
    }

    private static InetAddress loopback() {
        return InetAddress.ofLiteral("127.0.0.1");
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It was only held.
        }
    }
}
