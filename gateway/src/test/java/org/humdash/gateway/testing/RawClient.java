package org.humdash.gateway.testing;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Speaks HTTP/1.1 letter by letter, so that a test can say what a well-behaved client never would. */
public final class RawClient implements AutoCloseable {

    public record Answer(int status, Map<String, String> headers, String body) {

        /** By name in lower case; null if it is not there. */
        public String header(String name) {
            return headers.get(name);
        }
    }

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    public RawClient(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /** Sends lines, each ended as HTTP wants it; an empty last line ends the head. */
    public RawClient send(String... lines) throws IOException {
        return write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    public RawClient write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
        return this;
    }

    /** Sends a GET of exactly this target and reads the answer. */
    public static Answer get(URI server, String target, String... headers) throws IOException {
        try (RawClient client = new RawClient(server)) {
            client.send("GET " + target + " HTTP/1.1", "Host: gateway.example", "Connection: close");
            for (String header : headers) {
                client.send(header);
            }
            return client.send("").answer();
        }
    }

    /** Reads status and headers. */
    public Answer head() throws IOException {
        String[] status = line().split(" ", 3);
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] parts = line.split(":", 2);
            headers.merge(parts[0].toLowerCase(Locale.ROOT), parts[1].strip(), (one, other) -> one + ", " + other);
        }
        return new Answer(Integer.parseInt(status[1]), headers, null);
    }

    /** Reads a whole answer. */
    public Answer answer() throws IOException {
        Answer head = head();
        StringBuilder body = new StringBuilder();
        if ("chunked".equals(head.header("transfer-encoding"))) {
            for (String chunk = chunk(); !chunk.isEmpty(); chunk = chunk()) {
                body.append(chunk);
            }
        } else if (head.header("content-length") != null) {
            body.append(text(Integer.parseInt(head.header("content-length"))));
        } else {
            body.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return new Answer(head.status(), head.headers(), body.toString());
    }

    /** Reads one chunk of a chunked body; the last one is empty. */
    public String chunk() throws IOException {
        int length = Integer.parseInt(line(), 16);
        String text = text(length);
        line();
        return text;
    }

    /** Reads that many bytes. */
    public String text(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The connection ended in the middle of an answer");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Whether the server has ended the connection. */
    public boolean ended() throws IOException {
        return in.read() < 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The connection ended in the middle of an answer");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
