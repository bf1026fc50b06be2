package org.humdash.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** {@code ./humdash key}: makes, lists and revokes keys, as an administrator over the API. */
final class Keys {

    private static final String PATH = "/api/v1/api-keys";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final GatewayClient gateway;
    private final PrintStream out;

    Keys(GatewayClient gateway, PrintStream out) {
        this.gateway = gateway;
        this.out = out;
    }

    /** @throws LocalException if the gateway cannot be asked, or refuses */
    ExitCode run(KeyArguments arguments) throws InterruptedException {
        try {
            switch (arguments.action()) {
                case CREATE -> create(arguments);
                case LIST -> list();
                case REVOKE -> revoke(arguments.id());
            }
            return ExitCode.OK;
        } catch (IOException e) {
            throw new LocalException(ExitCode.FAILED, "the gateway cannot be asked: " + e);
        }
    }

    private void create(KeyArguments arguments) throws IOException, InterruptedException {
        JsonNode made =
                accepted(gateway.postOnce(PATH, "application/json", JSON.writeValueAsBytes(arguments.wanted())));
        out.println(made.path("key").asText());
        out.println("This is the only time it is shown. Its id is "
                + made.at("/kept/id").asText() + ", and what is changed with it is recorded as "
                + made.at("/kept/account").asText() + ".");
    }

    private void list() throws IOException, InterruptedException {
        out.printf("%-16s  %-13s  %-9s  %-20s  %-20s  %s%n", "id", "role", "clearance", "last used", "ends", "owner");
        String cursor = "";
        do {
            JsonNode page = accepted(
                    gateway.get(PATH + "?limit=1000&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8)));
            page.path("items").forEach(this::row);
            cursor = page.path("nextCursor").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));
    }

    private void row(JsonNode key) {
        String end = key.hasNonNull("revokedAt") ? "revoked" : second(key, "expiresAt", "-");
        out.printf(
                "%-16s  %-13s  %-9s  %-20s  %-20s  %s%n",
                key.path("id").asText(),
                key.path("role").asText(),
                key.path("clearance").asText(),
                second(key, "lastUsedAt", "never"),
                end,
                // What somebody wrote there may not move the cursor of whoever reads it.
                key.path("owner").asText().replaceAll("\\p{Cntrl}", "?"));
    }

    private void revoke(String id) throws IOException, InterruptedException {
        JsonNode key = accepted(gateway.deleteOnce(PATH + "/" + id));
        out.println("revoked " + id + " of " + key.path("owner").asText().replaceAll("\\p{Cntrl}", "?"));
    }

    private static String second(JsonNode key, String field, String none) {
        return key.hasNonNull(field) ? key.path(field).asText().replaceAll("\\.[0-9]+Z$", "Z") : none;
    }

    private static JsonNode accepted(GatewayClient.Answer answer) {
        if (!answer.accepted()) {
            throw new LocalException(ExitCode.FAILED, "the gateway refused: " + answer.problem());
        }
        return answer.body();
    }
}
