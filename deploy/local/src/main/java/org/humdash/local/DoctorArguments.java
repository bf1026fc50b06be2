package org.humdash.local;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.humdash.local.doctor.Database;
import org.humdash.local.doctor.Installation;

/**
 * The command line of {@code ./humdash doctor}. Databases of one elsewhere come
 * from the environment alone: a command line is seen by everybody on the machine.
 *
 * @param managements by the name of the program
 * @param data the data folder, null for the usual one
 */
record DoctorArguments(
        Optional<URI> gateway,
        Map<String, URI> managements,
        Optional<URI> prometheus,
        List<Database> databases,
        Optional<Path> backups,
        Path data,
        boolean json) {

    private static final Set<String> PROGRAMS = Set.of("gateway", "incident-service", "humanitarian-service");

    /**
     * @param environment {@code HUMDASH_BACKUPS}, and {@code HUMDASH_INCIDENT_DATABASE} with its like
     * @throws LocalException with {@link ExitCode#USAGE} saying what is not understood
     */
    static DoctorArguments parse(List<String> words, Map<String, String> environment) {
        URI gateway = null;
        URI prometheus = null;
        Path data = null;
        String backups = environment.get("HUMDASH_BACKUPS");
        boolean json = false;
        Map<String, URI> managements = new LinkedHashMap<>();
        Deque<String> left = new ArrayDeque<>(words);
        while (!left.isEmpty()) {
            String word = left.pop();
            switch (word) {
                case "--json" -> json = true;
                case "--url" -> gateway = address(word, value(word, left));
                case "--prometheus" -> prometheus = address(word, value(word, left));
                case "--management" -> addManagement(managements, value(word, left));
                case "--backups" -> backups = value(word, left);
                case "--data" -> data = folder(word, value(word, left));
                default -> throw usage("doctor does not know " + word);
            }
        }
        DoctorArguments arguments = new DoctorArguments(
                Optional.ofNullable(gateway),
                managements,
                Optional.ofNullable(prometheus),
                databases(environment),
                Optional.ofNullable(backups).filter(text -> !text.isBlank()).map(text -> folder("--backups", text)),
                data,
                json);
        if (data != null && arguments.isElsewhere()) {
            throw usage("doctor looks at a data folder or at addresses: --data does not go with the others");
        }
        return arguments;
    }

    /** Whether it says itself where the programs are, and so does not mean those of a data folder. */
    boolean isElsewhere() {
        return gateway.isPresent() || prometheus.isPresent() || !managements.isEmpty();
    }

    Installation elsewhere() {
        return new Installation(
                gateway, managements, prometheus, databases, Map.of(), Optional.empty(), backups, Optional.empty());
    }

    private static void addManagement(Map<String, URI> managements, String text) {
        int equals = text.indexOf('=');
        String program = equals < 0 ? "" : text.substring(0, equals);
        if (!PROGRAMS.contains(program)) {
            throw usage("--management needs gateway=URL, incident-service=URL or humanitarian-service=URL");
        }
        managements.put(program, address("--management", text.substring(equals + 1)));
    }

    private static List<Database> databases(Map<String, String> environment) {
        List<Database> databases = new ArrayList<>();
        for (String name : LocalInstallation.DATABASES) {
            String variable = "HUMDASH_" + name.toUpperCase(Locale.ROOT) + "_DATABASE";
            String url = environment.get(variable);
            if (url != null && !url.isBlank()) {
                try {
                    databases.add(Database.of(name, url.strip()));
                } catch (IllegalArgumentException e) {
                    throw usage(variable + " " + e.getMessage());
                }
            }
        }
        return databases;
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty() || left.peek().isBlank() || left.peek().startsWith("--")) {
            throw usage(option + " needs a value");
        }
        return left.pop();
    }

    private static URI address(String option, String text) {
        try {
            URI address = URI.create(text);
            if (address.getHost() != null && Set.of("http", "https").contains(String.valueOf(address.getScheme()))) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // Told below like any other text that is no address.
        }
        throw usage(option + " needs an address that begins with http:// or https://");
    }

    private static Path folder(String option, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw usage(option + ": " + e.getMessage());
        }
    }

    private static LocalException usage(String message) {
        return new LocalException(ExitCode.USAGE, message + " (see ./humdash help)");
    }
}
