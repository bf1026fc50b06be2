package org.humdash.kit.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.humdash.vocabulary.hxl.Columns;
import org.humdash.vocabulary.hxl.ImportReport;
import org.humdash.vocabulary.hxl.Row;
import org.humdash.vocabulary.hxl.RowProblem;
import org.humdash.vocabulary.hxl.RowTemplate;
import org.junit.jupiter.api.Test;

class RowSieveTest {

    private static final RowTemplate TEMPLATE = new RowTemplate(new Columns(Set.of("n"), Set.of()), List.of("n"));

    @Test
    void soundRowsPassInTheirOrderAndTheOthersAreRefusedWithTheirProblems() {
        ImportTally tally = new ImportTally();
        assertEquals(List.of(1, 3), passed(List.of(row(2, "1"), row(3, "x"), row(4, "3"), row(5, "-2")), tally));
        ImportReport report = tally.report(true, new ImportCounts(2, 0, 0));
        assertEquals(4, report.rowsRead());
        assertEquals(2, report.refused());
        assertEquals(
                List.of("3 NOT_A_NUMBER", "5 BELOW_ZERO"),
                report.problems().stream()
                        .map(problem -> problem.row() + " " + problem.code())
                        .toList());
    }

    @Test
    void aRowThatIsRefusedAlreadyIsNotReadAgain() {
        ImportTally tally = new ImportTally();
        Row refused = TEMPLATE.row(2, List.of(""), List.of(new RowProblem(2, "date", "NOT_A_DATE", "no date")));
        assertEquals(List.of(), passed(List.of(refused), tally));
        assertEquals(1, tally.report(true, new ImportCounts(0, 0, 0)).problems().size());
    }

    @Test
    void allRowsPassHoweverManyTheyAre() {
        List<Row> rows = IntStream.range(0, 12_345)
                .mapToObj(i -> row(i, String.valueOf(i)))
                .toList();
        assertEquals(12_345, passed(rows, new ImportTally()).size());
    }

    private static List<Integer> passed(List<Row> rows, ImportTally tally) {
        RowSieve<Integer> sieve = new RowSieve<>(
                rows.iterator(),
                row -> Optional.ofNullable(row.wholeNumber("n")),
                n -> n < 0 ? List.of(new RowProblem(5, "n", "BELOW_ZERO", "below zero")) : List.of(),
                tally);
        List<Integer> passed = new ArrayList<>();
        while (sieve.hasNext()) {
            List<Integer> chunk = sieve.next();
            assertFalse(chunk.isEmpty());
            passed.addAll(chunk);
        }
        return passed;
    }

    private static Row row(long number, String n) {
        return TEMPLATE.row(number, List.of(n), List.of());
    }
}
