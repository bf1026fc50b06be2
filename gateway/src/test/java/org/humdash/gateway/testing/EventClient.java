package org.humdash.gateway.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Listens to Server-Sent Events over HTTP/1.0, which has no chunks. It takes nothing that it is not asked for. */
public final class EventClient implements AutoCloseable {

    /** A block of lines up to an empty one; several lines of data are not put together. */
    public record Event(Map<String, String> fields, boolean isComment) {

        public String data() {
            return fields.get("data");
        }

        public String id() {
            return fields.get("id");
        }
    }

    private static final int PATIENCE_MILLIS = 20_000;
    private static final int SMALL_BUFFER = 4_096;

    private final Socket socket = new Socket();
    private final BufferedReader in;
    private final int status;
    private final Map<String, String> headers = new HashMap<>();

    public EventClient(URI server, String target, String... further) throws IOException {
        socket.setReceiveBufferSize(SMALL_BUFFER);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        socket.setSoTimeout(PATIENCE_MILLIS);
        OutputStream out = socket.getOutputStream();
        StringBuilder head = new StringBuilder("GET " + target + " HTTP/1.0\r\nHost: gateway.example\r\n");
        for (String header : further) {
            head.append(header).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        status = Integer.parseInt(in.readLine().split(" ")[1]);
        for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
            String[] parts = line.split(":", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
        }
    }

    public int status() {
        return status;
    }

    /** By name in lower case. */
    public String header(String name) {
        return headers.get(name);
    }

    /** The next block, comments and all; null at the end of the stream. */
    public Event next() throws IOException {
        Map<String, String> fields = new HashMap<>();
        boolean comment = false;
        while (true) {
            String line = in.readLine();
            if (line == null) {
                return null;
            }
            if (line.isEmpty()) {
                return new Event(fields, comment);
            }
            int colon = line.indexOf(':');
            if (colon == 0) {
                comment = true;
            } else {
                fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
    }

    /** The next event that has data; null at the end of the stream. */
    public Event nextChanges() throws IOException {
        Event event = next();
        while (event != null && event.data() == null) {
            event = next();
        }
        return event;
    }

    /** The rest of an answer that is no stream. */
    public String rest() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int letter = in.read(); letter >= 0; letter = in.read()) {
            text.append((char) letter);
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
