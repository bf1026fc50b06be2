package org.humdash.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of the service's heap is in use: the bytes of all objects that a full collection leaves, as {@code jcmd
 * GC.class_histogram} adds them up. It stops the service for a moment, so nothing is timed meanwhile.
 */
final class LiveHeap {

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final long pid;

    LiveHeap(long pid) {
        this.pid = pid;
    }

    /** The most that is in use at any look while something goes on, in bytes; it is looked at once at least. */
    long during(Callable<?> work) throws IOException, InterruptedException {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> done = other.submit(work);
            long most = 0;
            do {
                most = Math.max(most, bytes());
                Thread.sleep(BETWEEN_LOOKS);
            } while (!done.isDone());
            done.get();
            return most;
        } catch (ExecutionException e) {
            throw new IOException("What the heap was measured by failed", e.getCause());
        }
    }

    long bytes() throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        Matcher total = TOTAL.matcher(answer);
        if (!total.find()) {
            throw new IOException("jcmd of the JDK does not say how much heap is in use: "
                    + answer.lines().limit(5).toList());
        }
        return Long.parseLong(total.group(1));
    }
}
