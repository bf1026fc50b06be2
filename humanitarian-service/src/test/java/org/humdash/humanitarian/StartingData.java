package org.humdash.humanitarian;

import static org.hamcrest.Matchers.oneOf;
import static org.humdash.humanitarian.Installation.contributor;

import de.siegmar.fastcsv.reader.CsvReader;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The project's own starting data, as the repository holds it. */
public final class StartingData {

    private static final Path FOLDER = Path.of("..", "deploy", "starting-data");

    private StartingData() {}

    /** A file as it is. */
    public static byte[] file(String name) {
        try {
            return Files.readAllBytes(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file row by row, by column name. */
    public static List<Map<String, String>> rows(String name) throws IOException {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve(name))) {
            return csv.stream().map(row -> row.getFieldsAsMap()).toList();
        }
    }

    /**
     * Loads the hazards and observations as an installation does. Loaded already, they change nothing.
     *
     * @return the job of the observations
     */
    public static ValidatableResponse load() {
        try {
            for (Map<String, String> row : rows("hazards.csv")) {
                contributor()
                        .contentType(ContentType.JSON)
                        .body(hazard(row))
                        .post("/api/v1/hazards")
                        .then()
                        .statusCode(oneOf(200, 201));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contributor()
                .contentType("text/csv; charset=UTF-8")
                .queryParam("wait", 60)
                .body(file("observations.csv"))
                .post("/api/v1/observations/imports")
                .then()
                .statusCode(200);
    }

    /** The body that the row's column names spell out; an empty cell is left out. */
    private static Map<String, Object> hazard(Map<String, String> row) {
        Map<String, Object> body = new HashMap<>();
        for (String column : List.of("code", "type", "glide", "start", "end", "source", "url")) {
            if (!row.get(column).isEmpty()) {
                body.put(column, row.get(column));
            }
        }
        body.put("name", Map.of("en", row.get("name.en"), "ar", row.get("name.ar")));
        body.put("areas", List.of(row.get("areas[]").split(" \\| ")));
        return body;
    }
}
