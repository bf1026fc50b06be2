package org.humdash.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** What only this data folder knows: made by chance at its first start, kept in a file that only its owner can read. */
record Secrets(
        String postgresPassword,
        String incidentPassword,
        String humanitarianPassword,
        String gatewayPassword,
        String readerPassword,
        String administratorKey,
        String webhookKey) {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final int BYTES = 24;
    private static final int KEY_ID_BYTES = 8;
    private static final int KEY_BYTES = 32;

    /** Reads the file, and adds to it what is missing. */
    static Secrets in(Path file, SecureRandom random) {
        try {
            Map<String, String> values = read(file);
            int known = values.size();
            Secrets secrets = new Secrets(
                    values.computeIfAbsent("postgres.password", name -> secret(random)),
                    values.computeIfAbsent("incident_owner.password", name -> secret(random)),
                    values.computeIfAbsent("humanitarian_owner.password", name -> secret(random)),
                    values.computeIfAbsent("gateway_owner.password", name -> secret(random)),
                    values.computeIfAbsent("grafana_reader.password", name -> secret(random)),
                    values.computeIfAbsent("administrator.key", name -> key(random)),
                    values.computeIfAbsent(
                            "webhook.key", name -> Base64.getEncoder().encodeToString(bytes(random, KEY_BYTES))));
            if (values.size() > known) {
                write(file, values);
            } else if (!Files.getPosixFilePermissions(file).equals(OWNER_ONLY)) {
                Files.setPosixFilePermissions(file, OWNER_ONLY);
            }
            return secrets;
        } catch (IOException e) {
            throw new LocalException(file + " cannot be read or written: " + e, e);
        }
    }

    /**
     * The administrator's key of an installation that was started before.
     *
     * @throws LocalException if there is none
     */
    static String administratorKey(Path file) {
        return existing(file, "administrator.key", " holds no administrator's key: set HUMDASH_KEY to one");
    }

    /**
     * The password of PostgreSQL's superuser of an installation that was started before.
     *
     * @throws LocalException if there is none
     */
    static String postgresPassword(Path file) {
        return existing(file, "postgres.password", " holds no postgres.password: the next ./humdash up makes one");
    }

    /** All that stand in the file, by their names, without making any. */
    static Map<String, String> inFile(Path file) {
        try {
            return read(file);
        } catch (IOException e) {
            throw new LocalException(file + " cannot be read: " + e, e);
        }
    }

    private static String existing(Path file, String name, String otherwise) {
        try {
            String value = read(file).get(name);
            if (value == null) {
                throw new LocalException(ExitCode.FAILED, file + otherwise);
            }
            return value;
        } catch (IOException e) {
            throw new LocalException(file + " cannot be read: " + e, e);
        }
    }

    /** Shows none of them: a record's own text would. */
    @Override
    public String toString() {
        return "Secrets[hidden]";
    }

    private static Map<String, String> read(Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IllegalArgumentException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
        Map<String, String> values = new LinkedHashMap<>();
        properties.stringPropertyNames().stream()
                .sorted()
                .filter(name -> !properties.getProperty(name).isBlank())
                .forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }

    private static void write(Path file, Map<String, String> values) throws IOException {
        String lines = values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining(
                        "", "# Made by ./humdash up. A line taken out is made anew at the next start.\n", ""));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.writeString(fresh, lines, StandardCharsets.UTF_8);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** In the form that the gateway wants of a key. */
    private static String key(SecureRandom random) {
        return "humdash_" + HexFormat.of().formatHex(bytes(random, KEY_ID_BYTES)) + "_" + secret(random, KEY_BYTES);
    }

    private static String secret(SecureRandom random) {
        return secret(random, BYTES);
    }

    private static String secret(SecureRandom random, int length) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random, length));
    }

    private static byte[] bytes(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
