package org.humdash.local;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The command line of {@code ./humdash}.
 *
 * @param data the data folder, null for the usual one
 * @param ports the ports asked for by number
 * @param freePorts whether the others may be any that are free
 */
record Arguments(
        Command command,
        Path data,
        Map<Listener, Integer> ports,
        boolean freePorts,
        boolean fresh,
        StartingDataChoice startingData,
        boolean prometheus) {

    enum Command {
        UP,
        DOWN,
        STATUS
    }

    enum StartingDataChoice {
        ONCE,
        AGAIN,
        NEVER
    }

    Arguments {
        ports = Map.copyOf(ports);
    }

    /** @throws LocalException with {@link ExitCode#USAGE} saying which word is not understood */
    static Arguments parse(String... words) {
        if (words.length == 0) {
            throw usage("which command? up, down or status");
        }
        Command command = switch (words[0]) {
            case "up" -> Command.UP;
            case "down" -> Command.DOWN;
            case "status" -> Command.STATUS;
            case String other -> throw usage("unknown command " + other);
        };
        Parser parser = new Parser(command, new ArrayDeque<>(List.of(words).subList(1, words.length)));
        return parser.parse();
    }

    private static LocalException usage(String message) {
        return new LocalException(ExitCode.USAGE, message + " (see ./humdash help)");
    }

    private static final class Parser {

        private static final Set<String> FLAGS =
                Set.of("--free-ports", "--fresh", "--load-starting-data", "--no-starting-data", "--no-prometheus");

        private final Command command;
        private final Deque<String> words;
        private final Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
        private final Set<String> flags = new HashSet<>();
        private Path data;

        Parser(Command command, Deque<String> words) {
            this.command = command;
            this.words = words;
        }

        Arguments parse() {
            while (!words.isEmpty()) {
                String word = words.pop();
                int equals = word.indexOf('=');
                if (word.startsWith("--") && equals > 0) {
                    words.push(word.substring(equals + 1));
                    word = word.substring(0, equals);
                    if (FLAGS.contains(word)) {
                        throw usage(word + " takes no value");
                    }
                }
                option(word);
            }
            refuseTogether("--load-starting-data", "--no-starting-data");
            refuseTogether("--fresh", "--load-starting-data");
            return new Arguments(
                    command,
                    data,
                    ports,
                    flags.contains("--free-ports"),
                    flags.contains("--fresh"),
                    startingData(),
                    !flags.contains("--no-prometheus"));
        }

        private void option(String word) {
            if (word.equals("--data")) {
                data = folder(value(word));
                return;
            }
            if (command == Command.UP && FLAGS.contains(word)) {
                flags.add(word);
                return;
            }
            Listener listener = Arrays.stream(Listener.values())
                    .filter(candidate -> candidate.option().equals(word))
                    .findFirst()
                    .filter(candidate -> command == Command.UP)
                    .orElseThrow(() -> usage(command.name().toLowerCase(Locale.ROOT) + " does not know "
                            + (word.isEmpty() ? "an empty word" : word)));
            ports.put(listener, port(word, value(word)));
        }

        private String value(String option) {
            if (words.isEmpty() || words.peek().isBlank() || words.peek().startsWith("--")) {
                throw usage(option + " needs a value");
            }
            return words.pop();
        }

        private static Path folder(String text) {
            try {
                return Path.of(text);
            } catch (InvalidPathException e) {
                throw usage("--data: " + e.getMessage());
            }
        }

        private static int port(String option, String text) {
            // Five digits at most, so that the number cannot overflow.
            if (text.matches("[0-9]{1,5}")) {
                int port = Integer.parseInt(text);
                if (port >= 1 && port <= 65535) {
                    return port;
                }
            }
            throw usage(option + " needs a port from 1 to 65535, not " + text);
        }

        private StartingDataChoice startingData() {
            if (flags.contains("--load-starting-data")) {
                return StartingDataChoice.AGAIN;
            }
            return flags.contains("--no-starting-data") || flags.contains("--fresh")
                    ? StartingDataChoice.NEVER
                    : StartingDataChoice.ONCE;
        }

        private void refuseTogether(String one, String other) {
            if (flags.contains(one) && flags.contains(other)) {
                throw usage(one + " and " + other + " contradict each other");
            }
        }
    }
}
