package org.humdash.vocabulary.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.humdash.vocabulary.hxl.RowProblem;
import org.humdash.vocabulary.hxl.TableException;

/** Reads whole tables into something tests can compare. */
final class Tables {

    private Tables() {}

    /**
     * @param columns their names
     * @param tags empty for a column without one
     * @param rows their numbers and values, nothing being ∅
     */
    record Read(
            TableForm form,
            Charset encoding,
            Character separator,
            String sheet,
            List<String> columns,
            List<String> tags,
            List<String> rows,
            List<RowProblem> problems) {}

    static Read read(String text) {
        return read(text.getBytes(UTF_8));
    }

    static Read read(byte[] bytes) {
        return read(bytes, TableOptions.detect());
    }

    static Read read(byte[] bytes, TableOptions options) {
        try (TableFile file = TableFile.spool(new ByteArrayInputStream(bytes), 1L << 30)) {
            return read(file.path(), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Read read(Path file) throws IOException {
        return read(file, TableOptions.detect());
    }

    static Read read(Path file, TableOptions options) throws IOException {
        try (DetectedTable table = DetectedTable.open(file, options)) {
            List<String> rows = new ArrayList<>();
            List<RowProblem> problems = new ArrayList<>();
            for (RawRow row : table) {
                rows.add(row.number() + ": "
                        + IntStream.range(0, table.columns().size())
                                .mapToObj(row::value)
                                .map(value -> value == null ? "∅" : value)
                                .collect(Collectors.joining(" | ")));
                problems.addAll(row.problems());
            }
            return new Read(
                    table.form(),
                    table.encoding().orElse(null),
                    table.separator().orElse(null),
                    table.sheet().orElse(null),
                    table.columns().stream().map(TableColumn::name).toList(),
                    table.columns().stream()
                            .map(column ->
                                    column.tag() == null ? "" : column.tag().toString())
                            .toList(),
                    rows,
                    problems);
        }
    }

    static TableException refusal(String text) {
        return refusal(text.getBytes(UTF_8));
    }

    static TableException refusal(byte[] bytes) {
        return assertThrows(TableException.class, () -> read(bytes));
    }
}
