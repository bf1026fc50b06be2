package org.humdash.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Whether processes run and when they end, also those that this program did not start. */
public final class Processes {

    private static final long LOOK_EVERY_MILLIS = 50;

    private Processes() {}

    /** Whether it still does anything: one that has ended and whose parent has not noticed yet does not. */
    public static boolean runs(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    /**
     * Waits until a process has ended. It looks again and again: Java's own way takes seconds to notice the end of a process
     * that another program started. An interrupt does not break it off, it stays set for afterwards.
     *
     * @return false if it still runs after this time
     */
    public static boolean endsWithin(Duration limit, ProcessHandle process) {
        long deadline = System.nanoTime() + limit.toNanos();
        boolean interrupted = false;
        while (runs(process) && System.nanoTime() - deadline < 0) {
            try {
                Thread.sleep(LOOK_EVERY_MILLIS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return !runs(process);
    }

    private static boolean isZombie(long pid) {
        try {
            // "4711 (name) Z …"; the name may hold anything.
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.startsWith(") Z", stat.lastIndexOf(')'));
        } catch (IOException e) {
            // It has just ended, or this system has no such files.
            return false;
        }
    }
}
