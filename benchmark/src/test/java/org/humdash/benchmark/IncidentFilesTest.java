package org.humdash.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncidentFilesTest {

    @TempDir
    Path folder;

    @Test
    void importFileHasARowForEachSample() throws IOException {
        Path file = folder.resolve("import.csv");
        new IncidentFiles().writeImport(file, 2);
        List<String> lines = Files.readAllLines(file);
        assertEquals(3, lines.size());
        assertEquals(
                "source,reference,ceasefire,type,occurred_from,occurred_to,local_time,date_precision,"
                        + "place_name,adm2,lat,lon,geo_precision,alleged_perpetrator,killed,injured,grade,"
                        + "grade_reason,description_en,description_ar,licence,sensitivity,url,published_on",
                lines.getFirst());
        assertEquals(
                "BENCHMARK_SOURCE_4,benchmark-1,BENCHMARK,BOMBARDMENT,2024-02-03,2024-02-03,,1,place 781,"
                        + "PS0270,31.32637,34.33964,2,,at least 3,16,CONFIRMED,as graded by the provider,\"reported "
                        + "on day 331, shells fell near the market of place 781; no further detail was given\",بحسب "
                        + "التقرير سقطت قذائف قرب السوق,CC-BY-4.0,LOW,https://example.org/reports/1,2024-02-04",
                lines.get(1));
    }

    @Test
    void filesForCopyHoldTheSameSamples() throws IOException {
        Path incidents = folder.resolve("incident.csv");
        Path reports = folder.resolve("report.csv");
        new IncidentFiles().writeIncidents(incidents, 1);
        new IncidentFiles().writeReports(reports, 1);
        assertEquals(
                "1,019b76da-a801-754c-8152-326db6367a83,1,2026-01-01T00:00:00Z,NEW,benchmark,LOW,PUBLISHED,"
                        + "BENCHMARK_SOURCE_4,benchmark-1,BENCHMARK,BOMBARDMENT,2024-02-03,2024-02-03,,1,place 781,"
                        + "PS02,PS0270,31.32637,34.33964,2,,UNCLAIMED,AT_LEAST,3,EXACT,16,16,16,CONFIRMED,as graded "
                        + "by the provider,\"reported on day 331, shells fell near the market of place 781; no "
                        + "further detail was given\",بحسب التقرير سقطت قذائف قرب السوق,reported on day 331 shells "
                        + "fell near the market of place 781 no further detail was given بحسب التقرير سقطت قذائف قرب "
                        + "السوق تقرير سوق,place 781,CC-BY-4.0,2a38c1d6-6d4e-9806-bd56-9c1a861f2429",
                Files.readAllLines(incidents).get(1));
        assertEquals(
                "1,1,BENCHMARK_SOURCE_4,https://example.org/reports/1,2024-02-04,AT_LEAST,3,EXACT,16,16,16",
                Files.readAllLines(reports).get(1));
    }
}
