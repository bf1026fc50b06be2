package org.humdash.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends processes when the program that started them is gone, however it went: a small shell waits at the other end of a
 * pipe, and when the pipe closes without a good-bye it ends everything it was told of. This holds where a shutdown hook
 * does not, {@code kill -9} included, and needs nothing of the operating system but a shell.
 */
public final class Leash implements AutoCloseable {

    // Ten seconds for the signal to work, then KILL. Signals for the group of the terminal must not end the guard
    // first.
    private static final String GUARD = """
            trap '' HUP INT QUIT TERM
            held=' '
            folder=''
            while read -r word signal pid; do
              case $word in
                hold) held="$held$signal:$pid " ;;
                release) kept=' '
                  for h in $held; do [ "${h#*:}" = "$pid" ] || kept="$kept$h "; done
                  held=$kept ;;
                delete) folder=$pid ;;
                bye) exit 0 ;;
              esac
            done
            for h in $held; do kill -s "${h%%:*}" "${h#*:}" 2>/dev/null; done
            for h in $held; do
              n=0
              while kill -0 "${h#*:}" 2>/dev/null; do
                n=$((n + 1))
                [ "$n" -le 100 ] || kill -s KILL "${h#*:}" 2>/dev/null
                [ "$n" -le 120 ] || break
                sleep 0.1
              done
            done
            case $folder in */humdash-postgres-*) rm -rf "$folder" ;; esac
            """;

    private final Process guard;
    private final Writer orders;

    private Leash(Process guard) {
        this.guard = guard;
        this.orders = guard.outputWriter(StandardCharsets.UTF_8);
    }

    /** Starts the guard. It costs one sleeping shell. */
    public static Leash start() {
        List<String> command = new ArrayList<>(OwnSession.prefix());
        command.addAll(List.of("sh", "-c", GUARD, "humdash-guard"));
        try {
            return new Leash(new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("no shell could be started", e);
        }
    }

    /**
     * Puts a process on the leash.
     *
     * @param signal what ends it in good order, {@code TERM} or {@code INT}
     */
    public void hold(long pid, String signal) {
        order("hold " + signal + " " + pid);
    }

    /** Takes a process off the leash, for one that has ended: its number may soon be another's. */
    public void release(long pid) {
        order("release - " + pid);
    }

    /** Also deletes this folder when the program is gone; for temporary data folders only. */
    void deleteAtLast(Path folder) {
        order("delete - " + folder);
    }

    private synchronized void order(String order) {
        try {
            orders.write(order + "\n");
            orders.flush();
        } catch (IOException e) {
            // The guard was killed. What it guarded still runs and is still stopped in the ordinary way.
        }
    }

    /** Lets everything go: the guard ends and ends nothing. */
    @Override
    public void close() {
        order("bye");
        try {
            orders.close();
            guard.waitFor();
        } catch (IOException e) {
            // Gone already.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
