package org.humdash.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    private final SecureRandom random = new SecureRandom();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("secrets.properties");
    }

    @Test
    void theFileIsReadableByItsOwnerOnly() throws IOException {
        Secrets.in(file, random);

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aFileThatOthersCanReadIsClosedToThem() throws IOException {
        Secrets.in(file, random);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        Secrets.in(file, random);

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void eachSecretIsItsOwnAndLong() {
        Secrets secrets = Secrets.in(file, random);

        Set<String> all = Set.of(
                secrets.postgresPassword(),
                secrets.incidentPassword(),
                secrets.humanitarianPassword(),
                secrets.gatewayPassword(),
                secrets.readerPassword());
        all.forEach(secret -> assertTrue(secret.matches("[A-Za-z0-9_-]{32}"), secret));
    }

    @Test
    void theAdministratorsKeyIsOneThatTheGatewayTakes() {
        String key = Secrets.in(file, random).administratorKey();

        assertTrue(key.matches("humdash_[0-9a-f]{16}_[A-Za-z0-9_-]{43}"), key);
    }

    @Test
    void theSecretsOfWebhooksAreEncryptedWithThirtyTwoBytes() {
        assertEquals(32, Base64.getDecoder().decode(Secrets.in(file, random).webhookKey()).length);
    }

    @Test
    void secretsAreTheSameAtTheNextStart() {
        assertEquals(Secrets.in(file, random), Secrets.in(file, random));
    }

    @Test
    void aLineTakenOutIsMadeAnewAndTheOthersStay() throws IOException {
        Secrets before = Secrets.in(file, random);
        Files.write(
                file,
                Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("administrator.key"))
                        .toList());

        Secrets after = Secrets.in(file, random);

        assertNotEquals(before.administratorKey(), after.administratorKey());
        assertEquals(before.incidentPassword(), after.incidentPassword());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void theTextOfTheRecordShowsNothing() {
        assertEquals("Secrets[hidden]", Secrets.in(file, random).toString());
    }
}
