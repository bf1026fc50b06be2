package org.humdash.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.humdash.local.KeyArguments.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyArgumentsTest {

    @Test
    void aKeyIsDescribedByTheNamesOfTheApi() {
        assertEquals(
                new KeyArguments(
                        Action.CREATE,
                        null,
                        Map.of(
                                "owner", "A relief organisation",
                                "role", "PARTNER",
                                "clearance", "STAFF",
                                "expiresAt", "2027-12-31T00:00:00Z"),
                        URI.create("https://humdash.example.org/prefix"),
                        null),
                KeyArguments.parse(List.of(
                        "create",
                        "--owner",
                        "A relief organisation",
                        "--role",
                        "PARTNER",
                        "--clearance",
                        "STAFF",
                        "--expires",
                        "2027-12-31T00:00:00Z",
                        "--url",
                        "https://humdash.example.org/prefix/")));
    }

    @Test
    void theOthersNeedLittle() {
        assertEquals(
                new KeyArguments(Action.LIST, null, Map.of(), null, Path.of("elsewhere")),
                KeyArguments.parse(List.of("list", "--data", "elsewhere")));
        assertEquals(
                new KeyArguments(
                        Action.REVOKE, "6b641bd3b7d0f356", Map.of(), URI.create("http://127.0.0.1:8080"), null),
                KeyArguments.parse(List.of("revoke", "6b641bd3b7d0f356", "--url", "http://127.0.0.1:8080")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "make",
                "create",
                "create --owner x",
                "create --role PARTNER",
                "create --owner --role PARTNER",
                "create --owner x --role PARTNER --colour red",
                "list --role PARTNER",
                "list --url",
                "list --url http://humdash.example.org",
                "list --url ftp://127.0.0.1",
                "list --url https://me:secret@humdash.example.org",
                "list --url https://humdash.example.org?x",
                "list --url https://",
                "revoke",
                "revoke 6b64",
                "revoke ../audit"
            })
    void whatIsNotUnderstoodIsSaid(String words) {
        LocalException refusal =
                assertThrows(LocalException.class, () -> KeyArguments.parse(List.of(words.split(" "))));

        assertEquals(ExitCode.USAGE, refusal.exitCode());
    }
}
