package org.humdash.humanitarian.mapping;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.humdash.humanitarian.indicator.Aggregation;
import org.humdash.humanitarian.indicator.IndicatorKind;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.humanitarian.observation.ObservationTable;
import org.humdash.vocabulary.hxl.RowProblem;
import org.humdash.vocabulary.mapping.MappedRow;
import org.humdash.vocabulary.mapping.MappedTable;
import org.humdash.vocabulary.mapping.MappingProposal;
import org.humdash.vocabulary.table.DetectedTable;
import org.humdash.vocabulary.table.TableFile;
import org.humdash.vocabulary.table.TableOptions;
import org.humdash.vocabulary.text.BilingualText;

/** A table read as it is proposed to be. */
record Mapped(MappingProposal proposal, List<MappedRow> rows) {

    private static final ZoneId GAZA = ZoneId.of("Asia/Gaza");

    private static final Map<String, IndicatorSummary> CATALOGUE = Map.of(
            "SHELTER_PEOPLE_ALL", indicator("SHELTER_PEOPLE_ALL", "#affected+displaced+ind", true),
            "STORM_DEATHS_ALL", indicator("STORM_DEATHS_ALL", "#affected+killed", true),
            "STRUCTURES_DESTROYED_PCT",
                    indicator("STRUCTURES_DESTROYED_PCT", "#impact+structures+destroyed+pct", false),
            "PEOPLE_TARGETED", indicator("PEOPLE_TARGETED", "#targeted", true));

    static Mapped of(String text, Map<String, String> constants) {
        try (TableFile file =
                TableFile.spool(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1_000_000)) {
            return of(file.path(), constants);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Mapped of(Path file, Map<String, String> constants) throws IOException {
        MappingProposal proposal;
        try (DetectedTable table = DetectedTable.open(file, TableOptions.detect())) {
            proposal = new ObservationMappingProposer(ObservationTable.COLUMNS, CATALOGUE)
                    .propose(table.columns(), constants);
        }
        try (MappedTable table =
                MappedTable.open(file, TableOptions.detect(), proposal.mapping(), GAZA, ObservationConversion.ALL)) {
            List<MappedRow> rows = new ArrayList<>();
            table.forEach(rows::add);
            return new Mapped(proposal, rows);
        }
    }

    String kind() {
        return proposal.kind();
    }

    List<Map<String, String>> cells() {
        return rows.stream().map(MappedRow::cells).toList();
    }

    /** The good records of an indicator, without the days nobody reported on. */
    List<Map<String, String>> of(String indicator) {
        return rows.stream()
                .filter(row -> row.problems().isEmpty())
                .map(MappedRow::cells)
                .filter(cells -> indicator.equals(cells.get("indicator")) && !cells.containsKey("report"))
                .toList();
    }

    List<RowProblem> problems() {
        return rows.stream().flatMap(row -> row.problems().stream()).toList();
    }

    /** A file of others, where a copy lies in shared/data beside the repository; skips the test, loudly, where not. */
    static Path sharedData(String name) {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data").resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElseGet(() -> {
                    String message = "SKIPPED: there is no shared/data/" + name + " in any folder above";
                    System.err.println(message);
                    return abort(message);
                });
    }

    private static IndicatorSummary indicator(String code, String tag, boolean isWhole) {
        return new IndicatorSummary(
                code,
                new BilingualText(code, null),
                "people",
                IndicatorKind.STOCK,
                Aggregation.LAST,
                null,
                BigDecimal.ZERO,
                null,
                isWhole,
                tag,
                List.of(),
                List.of(),
                List.of());
    }
}
