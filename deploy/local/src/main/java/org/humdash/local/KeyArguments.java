package org.humdash.local;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The command line of {@code ./humdash key}.
 *
 * @param id of the key that is revoked, null for the others
 * @param wanted what the new key is to be, by the names of the API
 * @param url of the gateway, null for the one that runs on the data folder
 * @param data the data folder, null for the usual one
 */
record KeyArguments(Action action, String id, Map<String, String> wanted, URI url, Path data) {

    enum Action {
        CREATE,
        LIST,
        REVOKE
    }

    private static final Map<String, String> OF_A_KEY =
            Map.of("--owner", "owner", "--role", "role", "--clearance", "clearance", "--expires", "expiresAt");
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    KeyArguments {
        wanted = Map.copyOf(wanted);
    }

    /** @throws LocalException with {@link ExitCode#USAGE} saying what is not understood */
    static KeyArguments parse(List<String> words) {
        Deque<String> left = new ArrayDeque<>(words);
        Action action = switch (left.isEmpty() ? "" : left.pop()) {
            case "create" -> Action.CREATE;
            case "list" -> Action.LIST;
            case "revoke" -> Action.REVOKE;
            default -> throw usage("key needs create, list or revoke");
        };
        String id = action == Action.REVOKE ? id(left) : null;
        Map<String, String> wanted = new HashMap<>();
        URI url = null;
        Path data = null;
        while (!left.isEmpty()) {
            String word = left.pop();
            if (word.equals("--url")) {
                url = url(value(word, left));
            } else if (word.equals("--data")) {
                data = folder(value(word, left));
            } else if (action == Action.CREATE && OF_A_KEY.containsKey(word)) {
                wanted.put(OF_A_KEY.get(word), value(word, left));
            } else {
                throw usage("key does not know " + word);
            }
        }
        if (action == Action.CREATE && !(wanted.containsKey("owner") && wanted.containsKey("role"))) {
            throw usage("key create needs --owner and --role");
        }
        return new KeyArguments(action, id, wanted, url, data);
    }

    private static String id(Deque<String> left) {
        String id = left.isEmpty() ? "" : left.pop();
        if (!id.matches("[0-9a-f]{16}")) {
            throw usage("key revoke needs the id of a key, 16 hexadecimal digits");
        }
        return id;
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty() || left.peek().isBlank() || left.peek().startsWith("--")) {
            throw usage(option + " needs a value");
        }
        return left.pop();
    }

    /** An administrator's key is not sent over a network that anybody may listen to. */
    private static URI url(String text) {
        try {
            URI url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            boolean isSafe = "https".equals(url.getScheme())
                    || "http".equals(url.getScheme()) && THIS_MACHINE.contains(String.valueOf(url.getHost()));
            if (isSafe && url.getHost() != null && url.getRawQuery() == null && url.getRawUserInfo() == null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // Told below like any other text that is no address.
        }
        throw usage("--url needs an address that begins with https://, or with http:// on this machine");
    }

    private static Path folder(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw usage("--data: " + e.getMessage());
        }
    }

    private static LocalException usage(String message) {
        return new LocalException(ExitCode.USAGE, message + " (see ./humdash help)");
    }
}
