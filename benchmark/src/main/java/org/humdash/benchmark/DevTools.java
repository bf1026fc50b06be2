package org.humdash.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The little of the Chrome DevTools Protocol that it takes to open a page and to ask it something. */
final class DevTools implements AutoCloseable {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);
    private static final Pattern ANSWER = Pattern.compile("^\\{\"id\":(\\d+),");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Integer, CompletableFuture<String>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();
    private final WebSocket socket;

    private DevTools(URI address) throws IOException, InterruptedException {
        socket = within(client.newWebSocketBuilder().buildAsync(address, new Answers()));
    }

    /** @param address begins with {@code ws:} */
    static DevTools at(URI address) throws IOException, InterruptedException {
        return new DevTools(address);
    }

    /**
     * The answer, as it came.
     *
     * @param session of which page; empty for the browser as a whole
     * @param parameters an object of JSON
     * @throws IOException if the browser refused, or did not answer in time
     */
    String ask(String session, String method, String parameters) throws IOException, InterruptedException {
        int id = last.incrementAndGet();
        CompletableFuture<String> answer = new CompletableFuture<>();
        asked.put(id, answer);
        within(socket.sendText(
                "{\"id\":%d,%s\"method\":\"%s\",\"params\":%s}"
                        .formatted(
                                id, session.isEmpty() ? "" : "\"sessionId\":\"" + session + "\",", method, parameters),
                true));
        String text = within(answer);
        if (text.startsWith("{\"id\":" + id + ",\"error\"")) {
            throw new IOException(method + ": " + text);
        }
        return text;
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
    }

    private static <T> T within(CompletableFuture<T> future) throws IOException, InterruptedException {
        try {
            return future.get(ANSWER_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException("Chromium cannot be asked", e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("Chromium does not answer", e);
        }
    }

    /** Events, which nobody here waits for, have no number. */
    private final class Answers implements WebSocket.Listener {

        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
            message.append(part);
            if (isLast) {
                Matcher number = ANSWER.matcher(message);
                if (number.find()) {
                    CompletableFuture<String> waiting = asked.remove(Integer.valueOf(number.group(1)));
                    if (waiting != null) {
                        waiting.complete(message.toString());
                    }
                }
                message.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            asked.values().forEach(waiting -> waiting.completeExceptionally(error));
        }
    }
}
