package org.humdash.local.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs a program in a session of its own, so that Ctrl-C at the terminal reaches only the program in front, which then
 * stops the others in the right order. Linux has {@code setsid} for it; elsewhere programs share the terminal's group
 * and must bear that they get the signal too.
 */
public final class OwnSession {

    private static final List<String> PREFIX = find();

    private OwnSession() {}

    /** What to put before a command; empty where there is nothing for it. The process keeps its id. */
    public static List<String> prefix() {
        return PREFIX;
    }

    private static List<String> find() {
        for (String folder : List.of("/usr/bin", "/bin", "/usr/local/bin")) {
            Path setsid = Path.of(folder, "setsid");
            if (Files.isExecutable(setsid)) {
                return List.of(setsid.toString());
            }
        }
        return List.of();
    }
}
