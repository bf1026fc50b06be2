package org.humdash.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservationFilesTest {

    private static final String COLUMNS = "indicator,area,originator,publisher,reference,value,valid_from,valid_to,"
            + "published_on,url,text,language,sensitivity";

    private static final String SECOND =
            "KILLED_DAILY,PS02,BENCHMARK_DAILY,,benchmark-2,4775,2016-01-01,2016-01-01,2016-01-02,"
                    + "https://example.org/figures/2,\"The number stood at 4775 according to the report of the day, it said\",en,LOW";

    @TempDir
    Path folder;

    private final ObservationFiles files = new ObservationFiles();

    @Test
    void fileToImportHasARowForEachSample() throws IOException {
        Path file = folder.resolve("import.csv");
        files.writeCsv(file, 10_000);
        List<String> lines = Files.readAllLines(file);
        assertEquals(10_001, lines.size());
        assertEquals(COLUMNS, lines.getFirst());
        assertEquals(SECOND, lines.get(2));
    }

    @Test
    void hxlFileHasARowOfTagsMore() throws IOException {
        Path file = folder.resolve("import.csv");
        files.writeHxl(file, 10_000);
        List<String> lines = Files.readAllLines(file);
        assertEquals(10_002, lines.size());
        assertEquals(
                "#indicator+code,#adm+code+v_pcode,#meta+source+original,#meta+source+publisher,#meta+id+ref,#value,"
                        + "#date+start,#date+end,#date+reported,#meta+source+url,#meta+text,#meta+language,"
                        + "#meta+sensitivity",
                lines.get(1));
        assertEquals(SECOND, lines.get(3));
    }

    @Test
    void fileForCopyHoldsTheSameSamples() throws IOException {
        Path file = folder.resolve("observation.csv");
        files.writeObservations(file, 10_000);
        assertEquals(
                "2,019b76da-a802-78d2-ad56-12e242bff233,1,2026-01-01T00:00:00Z,NEW,LOW,KILLED_DAILY,PS02,BENCHMARK_DAILY,,"
                        + "benchmark-2,KILLED_DAILY,EXACT,4775,t,4775,4775,t,2016-01-01,2016-01-01,2016-01-02,"
                        + "https://example.org/figures/2,\"The number stood at 4775 according to the report of the day,"
                        + " it said\",en,862dc451-45ce-1de2-cd89-10577f3ca67e",
                Files.readAllLines(file).get(2));
    }
}
