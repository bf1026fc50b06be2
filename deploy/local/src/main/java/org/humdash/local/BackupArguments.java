package org.humdash.local;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The command line of {@code ./humdash backup} and {@code ./humdash restore}.
 *
 * @param backup the folder of the backup
 * @param data the data folder, null for the usual one
 */
record BackupArguments(Path backup, Path data) {

    /**
     * @param command for the messages
     * @param option the one that names the backup
     * @throws LocalException with {@link ExitCode#USAGE} saying what is not understood
     */
    static BackupArguments parse(String command, String option, List<String> words) {
        Path backup = null;
        Path data = null;
        Deque<String> left = new ArrayDeque<>(words);
        while (!left.isEmpty()) {
            String word = left.pop();
            if (word.equals(option)) {
                backup = folder(word, left);
            } else if (word.equals("--data")) {
                data = folder(word, left);
            } else {
                throw usage(command + " does not know " + word);
            }
        }
        if (backup == null) {
            throw usage(command + " needs " + option + " and a folder");
        }
        return new BackupArguments(backup, data);
    }

    private static Path folder(String option, Deque<String> left) {
        if (left.isEmpty() || left.peek().isBlank() || left.peek().startsWith("--")) {
            throw usage(option + " needs a folder");
        }
        try {
            return Path.of(left.pop());
        } catch (InvalidPathException e) {
            throw usage(option + ": " + e.getMessage());
        }
    }

    private static LocalException usage(String message) {
        return new LocalException(ExitCode.USAGE, message + " (see ./humdash help)");
    }
}
