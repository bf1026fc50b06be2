package org.humdash.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFilesTest {

    @TempDir
    Path folder;

    @Test
    void importFileHasARowForEachSample() throws IOException {
        Path file = folder.resolve("import.csv");
        new SampleFiles().writeImport(file, 2);
        List<String> lines = Files.readAllLines(file);
        assertEquals(3, lines.size());
        assertEquals(
                "source,reference,ceasefire,type,occurred_from,local_time,place_name,adm2,lat,lon,geo_precision,"
                        + "alleged_perpetrator,killed,injured,description_en,description_ar,licence,sensitivity,url,published_on",
                lines.getFirst());
        assertEquals(
                "BENCHMARK_SOURCE_9,benchmark-1,BENCHMARK,ARTILLERY_SHELLING,2024-07-12,09:45,place 657,PS0150,31.52864,"
                        + "35.09482,2,,at least 2,17,\"reported on day 153, shells fell near the market of place 657; "
                        + "no further detail was given\",,CC-BY-4.0,LOW,https://example.org/reports/1,2024-07-13",
                lines.get(1));
    }

    @Test
    void filesForCopyHoldTheSameSamples() throws IOException {
        Path incidents = folder.resolve("incident.csv");
        Path reports = folder.resolve("report.csv");
        new SampleFiles().writeIncidents(incidents, 1);
        new SampleFiles().writeReports(reports, 1);
        assertEquals(
                "1,019b76da-a801-73d8-964c-db88be132def,1,2026-01-01T00:00:00.001Z,NEW,benchmark,LOW,PUBLISHED,"
                        + "BENCHMARK_SOURCE_9,benchmark-1,BENCHMARK,ARTILLERY_SHELLING,2024-07-12,2024-07-12,09:45,1,"
                        + "place 657,PS01,PS0150,31.52864,35.09482,2,,UNCLAIMED,AT_LEAST,2,EXACT,17,17,17,WEAK,"
                        + "\"reported on day 153, shells fell near the market of place 657; no further detail was given\",,"
                        + "reported on day 153 shells fell near the market of place 657 no further detail was given,"
                        + "place 657,CC-BY-4.0,731c6215-47ff-0dc4-0548-c9b6d8d9ea0e",
                Files.readAllLines(incidents).get(1));
        assertEquals(
                "1,1,BENCHMARK_SOURCE_9,https://example.org/reports/1,2024-07-13,AT_LEAST,2,EXACT,17,17,17",
                Files.readAllLines(reports).get(1));
    }
}
