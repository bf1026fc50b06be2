package org.humdash.kit.test;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map.Entry;

/** What the program of an earlier release answered about the rows it left. An answer of today may say more, and nothing else. */
public final class EarlierAnswers {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private EarlierAnswers() {}

    /** Asks everything again. */
    public static void areGivenStill() throws IOException {
        JsonNode answers = JSON.readTree(
                Path.of("src/test/resources/earlier-release/answers.json").toFile());
        assertTrue(answers.size() > 0);
        for (Entry<String, JsonNode> answer : answers.properties()) {
            String now = given().urlEncodingEnabled(false)
                    .get(answer.getKey())
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertHolds(answer.getKey(), answer.getValue(), JSON.readTree(now));
        }
    }

    private static void assertHolds(String place, JsonNode then, JsonNode now) {
        if (then.isObject()) {
            then.properties()
                    .forEach(field ->
                            assertHolds(place + " ." + field.getKey(), field.getValue(), now.path(field.getKey())));
        } else if (then.isArray()) {
            assertEquals(then.size(), now.size(), place);
            for (int i = 0; i < then.size(); i++) {
                assertHolds(place + "[" + i + "]", then.get(i), now.get(i));
            }
        } else {
            assertEquals(then, now, place);
        }
    }
}
