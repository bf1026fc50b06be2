package org.humdash.local.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The secrets of compose.yaml are all made by one command, are private, and are in no file of the project. */
class MakeEnvTest {

    private static final Pattern SECRET_NAME = Pattern.compile("(PASSWORD|SECRET|TOKEN|_KEYS?)$");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(\\w+):\\?run \\./make-env first}");

    @TempDir
    Path folder;

    @Test
    void everySecretIsAReferenceToOneThatIsMade() throws Exception {
        TreeSet<String> asked = new TreeSet<>();
        ComposeFile file = ComposeFile.read();
        for (String service : file.services()) {
            for (var variable : file.service(service).path("environment").properties()) {
                Matcher reference = REFERENCE.matcher(variable.getValue().asText());
                boolean refers = reference.matches();
                assertEquals(SECRET_NAME.matcher(variable.getKey()).find(), refers, service + ": " + variable);
                if (refers) {
                    asked.add(reference.group(1));
                }
            }
        }
        assertEquals(made("first").keySet(), asked);
    }

    @Test
    void theSecretsArePrivateLongAndNewEachTime() throws Exception {
        TreeMap<String, String> first = made("first");
        TreeMap<String, String> second = made("second");
        assertEquals(8, first.size());
        first.forEach((name, value) -> {
            assertNotEquals(value, second.get(name), name);
            String form = name.equals("HUMDASH_ADMINISTRATOR_KEY")
                    ? "humdash_[0-9a-f]{16}_[A-Za-z0-9_-]{43}"
                    : name.equals("HUMDASH_WEBHOOK_KEY") ? "[A-Za-z0-9+/]{43}=" : "[0-9a-f]{48}";
            assertTrue(value.matches(form), name);
        });
        Path made = folder.resolve("first");
        assertEquals("rw-------", permissions(made.resolve(".env")));
        assertEquals("rwx------", permissions(made.resolve("secrets")));
    }

    @Test
    void whatIsThereIsNeverChanged() throws Exception {
        made("first");
        Path env = folder.resolve("first/.env");
        String before = Files.readString(env);
        assertEquals(0, run(folder.resolve("first")));
        assertEquals(before, Files.readString(env));
    }

    @Test
    void gitIgnoresThem() throws Exception {
        for (String secret : new String[] {".env", "secrets/smtp-password"}) {
            assertEquals(
                    0,
                    new ProcessBuilder("git", "check-ignore", "--quiet", secret)
                            .directory(ComposeFile.FOLDER.toFile())
                            .start()
                            .waitFor(),
                    secret);
        }
    }

    private TreeMap<String, String> made(String name) throws IOException, InterruptedException {
        Path into = Files.createDirectory(folder.resolve(name));
        Files.copy(ComposeFile.FOLDER.resolve("make-env"), into.resolve("make-env"));
        assertEquals(0, run(into));
        TreeMap<String, String> values = new TreeMap<>();
        for (String line : Files.readAllLines(into.resolve(".env"))) {
            assertFalse(values.containsKey(line), line);
            values.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        return values;
    }

    private static int run(Path folder) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", folder.resolve("make-env").toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
