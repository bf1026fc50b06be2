package org.humdash.incident.mapping;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.humdash.incident.incident.IncidentTable;
import org.humdash.vocabulary.hxl.Row;
import org.humdash.vocabulary.hxl.RowProblem;
import org.humdash.vocabulary.mapping.MappedRow;
import org.humdash.vocabulary.mapping.MappedTable;
import org.humdash.vocabulary.mapping.MappingProposal;
import org.humdash.vocabulary.mapping.MappingTally;
import org.humdash.vocabulary.mapping.TableMapping;
import org.humdash.vocabulary.table.DetectedTable;
import org.humdash.vocabulary.table.TableFile;
import org.humdash.vocabulary.table.TableOptions;

/** A table read as it is proposed to be. */
record Mapped(MappingProposal proposal, List<MappedRow> rows, MappingTally tally) {

    static final ZoneId GAZA = ZoneId.of("Asia/Gaza");
    static final Map<String, String> CONSTANTS = Map.of("source", "ACLED", "ceasefire", "GAZA-2025-10");

    static Mapped of(String text) {
        return of(text, CONSTANTS);
    }

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
            proposal = new MappingProposer(IncidentTable.COLUMNS).propose(table.columns(), constants);
        }
        return of(file, proposal, proposal.mapping());
    }

    static Mapped of(Path file, MappingProposal proposal, TableMapping mapping) throws IOException {
        try (MappedTable table = MappedTable.open(file, TableOptions.detect(), mapping, GAZA, IncidentConversion.ALL)) {
            List<MappedRow> rows = new ArrayList<>();
            table.forEach(rows::add);
            return new Mapped(proposal, rows, table.tally());
        }
    }

    /** The same with another mapping than was proposed. */
    static Mapped of(String text, TableMapping mapping) {
        try (TableFile file =
                TableFile.spool(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1_000_000)) {
            return of(file.path(), null, mapping);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The only row. */
    Map<String, String> cells() {
        if (rows.size() != 1 || !rows.getFirst().problems().isEmpty()) {
            throw new AssertionError(rows.toString());
        }
        return rows.getFirst().cells();
    }

    List<RowProblem> problems() {
        return rows.stream().flatMap(row -> row.problems().stream()).toList();
    }

    /** The rows as those of a table of ours. */
    static List<Row> rows(Path file, TableMapping mapping) throws IOException {
        try (MappedTable table = MappedTable.open(file, TableOptions.detect(), mapping, GAZA, IncidentConversion.ALL)) {
            List<Row> rows = new ArrayList<>();
            table.rows(IncidentTable.COLUMNS).forEach(rows::add);
            return rows;
        }
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
}
