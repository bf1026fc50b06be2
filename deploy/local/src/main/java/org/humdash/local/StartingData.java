package org.humdash.local;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Loads the files shipped with the project through the gateway, once. A file counts as loaded when every row of it was
 * taken; one that was interrupted or had rows refused is sent again at the next start, which changes nothing of what is
 * there already.
 */
final class StartingData {

    private static final int PROBLEMS_SHOWN = 20;
    private static final int JOB_WAIT_SECONDS = 30;

    /** A job in any other stage is over. */
    private static final Set<String> RUNNING = Set.of("QUEUED", "READING", "APPLYING");

    private final Path folder;
    private final List<StartingDataFile> files;
    private final StartingDataMarker marker;
    private final GatewayClient gateway;
    private final Progress progress;
    private int problems;

    StartingData(
            Path folder,
            List<StartingDataFile> files,
            StartingDataMarker marker,
            GatewayClient gateway,
            Progress progress) {
        this.folder = folder;
        this.files = files;
        this.marker = marker;
        this.gateway = gateway;
        this.progress = progress;
    }

    /**
     * @param again whether to send files that were loaded before, too
     * @return whether all of it is there
     */
    boolean load(boolean again) throws InterruptedException {
        if (marker.isDeclined() && !again) {
            progress.step(
                    "starting data",
                    "left out since ./humdash up --fresh; load it with ./humdash up --load-starting-data");
            return true;
        }
        boolean complete = true;
        for (StartingDataFile file : files) {
            try {
                complete &= load(file, again);
            } catch (IOException e) {
                // The files that follow refer to this one, so there is no use in trying them.
                progress.step(file.name(), "could not be loaded: " + e.getMessage());
                return false;
            }
        }
        if (problems > PROBLEMS_SHOWN) {
            progress.say("           … and " + (problems - PROBLEMS_SHOWN) + " more");
        }
        return complete;
    }

    private boolean load(StartingDataFile file, boolean again) throws IOException, InterruptedException {
        byte[] content = Files.readAllBytes(folder.resolve(file.name()));
        String fingerprint = fingerprint(content);
        var known = marker.loaded(file.name());
        if (known.isPresent() && !again) {
            if (!known.get().equals(fingerprint)) {
                progress.step(
                        file.name(),
                        "has changed since it was loaded; load it again with ./humdash up --load-starting-data");
            }
            return true;
        }
        int problemsBefore = problems;
        switch (file.kind()) {
            case ROWS -> sendRows(file, content);
            case TABLE -> sendTable(file, content);
            case JOB -> sendJob(file, content);
        }
        if (problems > problemsBefore) {
            return false;
        }
        marker.setLoaded(file.name(), fingerprint);
        return true;
    }

    private void sendRows(StartingDataFile file, byte[] content) throws IOException, InterruptedException {
        int created = 0;
        int unchanged = 0;
        // As a spreadsheet numbers rows: the header is the first.
        long row = 1;
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder()
                .allowUnclosedQuote(false)
                .ofNamedCsvRecord(new String(content, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord cells : records) {
                row++;
                if (cells.getFieldCount() != cells.getHeader().size()) {
                    problem(
                            file,
                            row,
                            cells.getFieldCount() + " cells, the header has "
                                    + cells.getHeader().size());
                    continue;
                }
                JsonRow request;
                try {
                    request = JsonRow.of(file, cells.getFieldsAsMap());
                } catch (IllegalArgumentException e) {
                    problem(file, row, e.getMessage());
                    continue;
                }
                var answer = gateway.post(
                        request.path(),
                        "application/json",
                        request.body().toString().getBytes(StandardCharsets.UTF_8));
                if (answer.status() == 201) {
                    created++;
                } else if (answer.accepted()) {
                    unchanged++;
                } else if (answer.refused()) {
                    problem(file, row, answer.problem());
                } else {
                    throw new IOException("row " + row + " was answered " + answer.problem());
                }
            }
        } catch (CsvParseException e) {
            problem(file, row + 1, e.getMessage());
        }
        progress.step(file.name(), rows(row - 1) + ": " + created + " created, " + unchanged + " were there");
    }

    private void sendTable(StartingDataFile file, byte[] content) throws IOException, InterruptedException {
        var answer = gateway.post(file.path(), "text/csv; charset=utf-8", content);
        if (answer.refused()) {
            problem(file, 1, answer.problem());
            return;
        }
        if (!answer.accepted() || !answer.body().path("refused").isNumber()) {
            throw new IOException("it was answered " + answer.problem());
        }
        JsonNode report = answer.body();
        for (JsonNode problem : report.path("problems")) {
            problem(
                    file,
                    problem.path("row").asLong(),
                    problem.path("column").asText() + ": "
                            + problem.path("code").asText() + ": "
                            + problem.path("message").asText());
        }
        tell(file, report, report.path("problems"));
    }

    private void sendJob(StartingDataFile file, byte[] content) throws IOException, InterruptedException {
        var answer = gateway.post(file.path() + "?wait=" + JOB_WAIT_SECONDS, "text/csv; charset=utf-8", content);
        if (answer.refused()) {
            problem(file, 1, answer.problem());
            return;
        }
        while (answer.status() == 202 || answer.status() == 200 && isRunning(answer.body())) {
            String job = answer.body().at("/job/id").asText();
            TimeUnit.SECONDS.sleep(1);
            answer = gateway.get(file.path() + "/" + job);
        }
        JsonNode job = answer.body().path("job");
        if (answer.status() != 200 || !job.hasNonNull("status")) {
            throw new IOException("it was answered " + answer.problem());
        }
        if (!job.path("status").asText().equals("SUCCEEDED")) {
            throw new IOException("the import ended " + job.path("status").asText() + ": "
                    + job.path("failure").asText());
        }
        for (JsonNode row : answer.body().path("firstRefused")) {
            for (JsonNode reason : row.path("problems")) {
                problem(file, row.path("row").asLong(), reason.asText());
            }
        }
        tell(file, job, answer.body().path("firstRefused"));
    }

    private static boolean isRunning(JsonNode body) {
        return RUNNING.contains(body.at("/job/status").asText());
    }

    private void tell(StartingDataFile file, JsonNode report, JsonNode reasons) {
        long refused = report.path("refused").asLong();
        if (refused > 0 && reasons.isEmpty()) {
            problem(file, 1, rows(refused) + " refused without a reason");
        }
        progress.step(
                file.name(),
                rows(report.path("rowsRead").asLong()) + ": "
                        + report.path("created").asLong() + " created, "
                        + report.path("revised").asLong() + " revised, "
                        + report.path("unchanged").asLong() + " were there"
                        + (refused > 0 ? ", " + refused + " refused" : ""));
    }

    private void problem(StartingDataFile file, long row, String message) {
        problems++;
        if (problems <= PROBLEMS_SHOWN) {
            progress.step(file.name(), "REFUSED row " + row + ": " + message);
        }
    }

    private static String rows(long number) {
        return number == 1 ? "1 row" : number + " rows";
    }

    private static String fingerprint(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
