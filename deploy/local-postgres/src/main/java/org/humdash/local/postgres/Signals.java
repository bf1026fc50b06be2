package org.humdash.local.postgres;

import java.io.IOException;
import java.util.List;

/** Sends a process a signal by name; Java itself knows only TERM and KILL. */
final class Signals {

    private Signals() {}

    static void send(String signal, long pid) {
        try {
            // The shell's own kill: small systems have no program of that name.
            Process kill = new ProcessBuilder(
                            List.of("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", signal, Long.toString(pid)))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            kill.waitFor();
        } catch (IOException e) {
            throw new LocalPostgresException("process " + pid + " could not be sent " + signal + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
