package org.humdash.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Waits until programs say that they are ready, all at the same time. */
final class Readiness {

    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final Duration NEWS_EVERY = Duration.ofSeconds(15);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(2);

    private final Duration limit;
    private final Progress progress;

    Readiness(Duration limit, Progress progress) {
        this.limit = limit;
        this.progress = progress;
    }

    /**
     * @param programs each with the address that answers 200 when it is ready
     * @throws LocalException as soon as one ends by itself, or if one is not ready in time, with the end of its log
     */
    void await(Map<Programs.Program, URI> programs) throws InterruptedException {
        Map<Programs.Program, URI> waiting = new LinkedHashMap<>(programs);
        long deadline = System.nanoTime() + limit.toNanos();
        long lastNews = System.nanoTime();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(ANSWER_LIMIT).build()) {
            while (!waiting.isEmpty()) {
                for (var program : waiting.keySet()) {
                    if (!program.runs()) {
                        throw new LocalException(
                                ExitCode.FAILED,
                                program.name() + " ended while it was starting; " + LogTail.of(program.log()));
                    }
                }
                for (var entry : Map.copyOf(waiting).entrySet()) {
                    if (isReady(client, entry.getValue())) {
                        waiting.remove(entry.getKey());
                        progress.step(entry.getKey().name(), "ready");
                        lastNews = System.nanoTime();
                    }
                }
                if (!waiting.isEmpty() && System.nanoTime() - lastNews > NEWS_EVERY.toNanos()) {
                    waiting.keySet().forEach(program -> progress.step(program.name(), "still starting"));
                    lastNews = System.nanoTime();
                }
                if (!waiting.isEmpty() && System.nanoTime() - deadline > 0) {
                    var slow = waiting.entrySet().iterator().next();
                    throw new LocalException(
                            ExitCode.FAILED,
                            slow.getKey().name() + " is not ready after " + limit.toSeconds() + " seconds, see "
                                    + slow.getValue() + "; "
                                    + LogTail.of(slow.getKey().log()));
                }
                TimeUnit.MILLISECONDS.sleep(BETWEEN.toMillis());
            }
        }
    }

    private static boolean isReady(HttpClient client, URI address) throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(ANSWER_LIMIT).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
