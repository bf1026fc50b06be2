package org.humdash.gateway.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines that docs/webhooks.md gives to receivers, against what the gateway signs. */
class ReceiverExampleTest {

    private static final Pattern EXAMPLE = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL);
    private static final Instant NOW = Instant.parse("2025-12-19T18:00:00Z");
    private static final byte[] BODY =
            "{\"type\":\"changes\",\"data\":{\"items\":[{\"name\":\"غزة\"}]}}".getBytes(StandardCharsets.UTF_8);
    private static final String ASKING = """

            import json, sys
            asked = json.load(sys.stdin)
            print(verified(asked["secret"], asked["headers"], base64.b64decode(asked["body"]), asked["now"]))
            """;

    private final SigningSecret secret = SigningSecret.make(new SecureRandom());

    @TempDir
    Path folder;

    @BeforeAll
    static void pythonIsThere() throws InterruptedException {
        assumeTrue(hasPython(), "python3 is not on this machine, so the example of docs/webhooks.md was not tried");
    }

    @Test
    void theExampleBelievesWhatTheGatewaySigned() throws Exception {
        assertEquals("True", verified(secret.text(), headers(), BODY, NOW));
        assertEquals("True", verified(secret.text(), headers(), BODY, NOW.plusSeconds(299)));
    }

    @Test
    void theExampleBelievesNothingElse() throws Exception {
        Map<String, String> otherId = new HashMap<>(headers());
        otherId.put("webhook-id", "msg_2");
        Map<String, String> otherTime = new HashMap<>(headers());
        otherTime.put("webhook-timestamp", Long.toString(NOW.getEpochSecond() + 1));

        assertEquals("False", verified(secret.text(), otherId, BODY, NOW));
        assertEquals("False", verified(secret.text(), otherTime, BODY, NOW));
        assertEquals("False", verified(secret.text(), headers(), "{}".getBytes(StandardCharsets.UTF_8), NOW));
        assertEquals("False", verified(SigningSecret.make(new SecureRandom()).text(), headers(), BODY, NOW));
        assertEquals("False", verified(secret.text(), headers(), BODY, NOW.plusSeconds(301)));
    }

    private Map<String, String> headers() {
        return secret.headers("msg_1", NOW, BODY);
    }

    private String verified(String secretText, Map<String, String> headers, byte[] body, Instant now)
            throws IOException, InterruptedException {
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("..", "docs", "webhooks.md")));
        if (!example.find()) {
            throw new IllegalStateException("docs/webhooks.md has no example");
        }
        Path script = Files.writeString(folder.resolve("receiver.py"), example.group(1) + ASKING);
        String asked = new io.vertx.core.json.JsonObject()
                .put("secret", secretText)
                .put("headers", new HashMap<String, Object>(headers))
                .put("body", Base64.getEncoder().encodeToString(body))
                .put("now", now.getEpochSecond())
                .encode();
        Process python = new ProcessBuilder("python3", script.toString())
                .redirectErrorStream(true)
                .start();
        try (var in = python.getOutputStream()) {
            in.write(asked.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        python.waitFor(20, TimeUnit.SECONDS);
        return said.strip();
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
