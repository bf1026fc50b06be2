package org.humdash.vocabulary.hxl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.humdash.vocabulary.access.Sensitivity;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.place.Gazetteer;
import org.humdash.vocabulary.place.Pcode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowTest {

    private static final String NUMBERS = "value,qualifier,lower,best,upper";

    @Test
    void cellsAreReadByType() {
        Row row = Tables.row(
                "text,date,code,whole,number,value,area,url",
                "at least 738,2025-12-19,moderate,60,22.50,≥ 738,PS0260,https://example.org/a?b=c");
        assertEquals("at least 738", row.required("text"));
        assertEquals(LocalDate.of(2025, 12, 19), row.requiredDate("date"));
        assertEquals(Sensitivity.MODERATE, row.requiredCode("code", Sensitivity.class));
        assertEquals(60, row.wholeNumber("whole"));
        assertEquals(new BigDecimal("22.50"), row.number("number"));
        assertEquals(Estimate.atLeast(738), row.estimate("value"));
        assertEquals(new Pcode("PS0260"), row.area("area", Gazetteer.palestine()));
        assertEquals(URI.create("https://example.org/a?b=c"), row.url("url"));
        assertFalse(row.refused());
        assertEquals(List.of(), row.problems());
    }

    @Test
    void emptyCellsAreNullAndNoProblem() {
        Row row = Tables.row("text,date,code,whole,number,value,area,url,other", ",,,,,,,,x");
        assertNull(row.text("text"));
        assertNull(row.date("date"));
        assertNull(row.code("code", Sensitivity.class));
        assertNull(row.wholeNumber("whole"));
        assertNull(row.number("number"));
        assertNull(row.estimate("value"));
        assertNull(row.area("area", Gazetteer.palestine()));
        assertNull(row.url("url"));
        assertFalse(row.refused());
    }

    @Test
    void columnTheFileLeavesOutIsNull() {
        Columns columns = new Columns(Set.of("reference"), Set.of("note"));
        Row row = Tables.rows(Tables.open("reference\nA\n", columns)).getFirst();
        assertNull(row.text("note"));
        assertFalse(row.refused());
    }

    @Test
    void columnTheTableDoesNotKnowIsAMistakeOfTheProgram() {
        Row row = Tables.row("text", "x");
        assertThrows(IllegalArgumentException.class, () -> row.text("txet"));
    }

    @Test
    void requiredCellsThatAreEmptyAreMissing() {
        Row row = Tables.row("text,date,code,other", ",,,x");
        assertNull(row.required("text"));
        assertNull(row.requiredDate("date"));
        assertNull(row.requiredCode("code", Sensitivity.class));
        assertEquals(
                List.of(
                        new RowProblem(2, "text", "MISSING", "text is required"),
                        new RowProblem(2, "date", "MISSING", "date is required"),
                        new RowProblem(2, "code", "MISSING", "code is required")),
                row.problems());
    }

    @Test
    void requiredCellThatCannotBeReadIsNotAlsoMissing() {
        Row row = Tables.row("date", "yesterday");
        assertNull(row.requiredDate("date"));
        assertEquals(
                List.of(new RowProblem(2, "date", "NOT_A_DATE", "\"yesterday\" is not a date such as 2025-12-19")),
                row.problems());
    }

    @Test
    void sameProblemIsToldOnce() {
        Row row = Tables.row("date", "yesterday");
        row.date("date");
        row.requiredDate("date");
        assertEquals(1, row.problems().size());
    }

    @ParameterizedTest
    @CsvSource({
        "19/12/2025, NOT_A_DATE",
        "2025-12-19T00:00, NOT_A_DATE",
        "2025-1-9, NOT_A_DATE",
        "2025-02-29, NOT_A_DATE",
        "٢٠٢٥-١٢-١٩, NOT_A_DATE",
        "+2025-12-19, NOT_A_DATE",
        "1899-12-31, OUT_OF_RANGE",
        "2101-01-01, OUT_OF_RANGE"
    })
    void dateInAnotherFormIsRefused(String cell, String code) {
        assertEquals(code, problemOf("date", cell, row -> row.date("date")).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "2100-12-31", "2024-02-29"})
    void dateOfTheCalendarIsRead(String cell) {
        assertEquals(LocalDate.parse(cell), Tables.row("date", cell).date("date"));
    }

    @Test
    void unknownCodeIsAnsweredWithTheList() {
        assertEquals(
                new RowProblem(2, "code", "UNKNOWN_CODE", "\"NONE\" is not one of [LOW, MODERATE, HIGH, SEVERE]"),
                problemOf("code", "NONE", row -> row.code("code", Sensitivity.class)));
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, NOT_A_NUMBER",
        "'1,000', NOT_A_NUMBER",
        "1e3, NOT_A_NUMBER",
        "٦٠, NOT_A_NUMBER",
        "2147483648, OUT_OF_RANGE",
        "99999999999999999999999999999999, NOT_A_NUMBER"
    })
    void wholeNumberInAnotherFormIsRefused(String cell, String code) {
        assertEquals(
                code,
                problemOf("n", "\"" + cell + "\"", row -> row.wholeNumber("n")).code());
    }

    @ParameterizedTest
    @CsvSource({
        "1e999999999, NOT_A_NUMBER",
        "1E+06, NOT_A_NUMBER",
        "'1,000', NOT_A_NUMBER",
        ".5, NOT_A_NUMBER",
        "NaN, NOT_A_NUMBER",
        "1000000000000001, OUT_OF_RANGE",
        "-1000000000000001, OUT_OF_RANGE"
    })
    void numberInAnotherFormIsRefused(String cell, String code) {
        assertEquals(
                code, problemOf("n", "\"" + cell + "\"", row -> row.number("n")).code());
    }

    @Test
    void numberMayBeNegative() {
        assertEquals(new BigDecimal("-10.5"), Tables.row("n", "-10.5").number("n"));
        assertEquals(-10, Tables.row("n", "-10").wholeNumber("n"));
    }

    @Test
    void textMayBeTenThousandCharactersLong() {
        String longest = "غ".repeat(10_000);
        assertEquals(longest, Tables.row("text", longest).text("text"));
        assertEquals(
                new RowProblem(2, "text", "TOO_LONG", "At most 10000 characters"),
                problemOf("text", longest + "x", row -> row.text("text")));
        assertEquals(
                "TOO_LONG",
                problemOf("text", "x".repeat(50_000), row -> row.text("text")).code());
    }

    @Test
    void controlCharacterIsRefused() {
        assertEquals(
                new RowProblem(2, "text", "CONTROL_CHARACTER", "There is an invisible control character in \"a?b\""),
                problemOf("text", "a\u0007b", row -> row.text("text")));
        assertEquals(
                "CONTROL_CHARACTER",
                problemOf("text", "a\u0085b", row -> row.text("text")).code());
        assertEquals(
                "CONTROL_CHARACTER",
                problemOf("text", "a\u202Eb", row -> row.text("text")).code());
        assertEquals("غزة\u200F (a)", Tables.row("text", "غزة\u200F (a)").text("text"));
    }

    @Test
    void wrongNumberOfCellsIsTheOnlyProblemOfItsRow() {
        Columns columns = new Columns(Set.of("reference", "date"), Set.of("value"));
        for (String cells : List.of("A,2025-12-19", "A,2025-12-19,1,2", "A")) {
            Row row = Tables.rows(Tables.open("reference,date,value\n" + cells + "\n", columns))
                    .getFirst();
            assertNull(row.required("reference"));
            assertNull(row.requiredDate("date"));
            assertNull(row.estimate());
            assertEquals(
                    List.of(new RowProblem(
                            2,
                            null,
                            "WRONG_CELL_COUNT",
                            "The header has 3 cells, this row " + cells.split(",").length)),
                    row.problems());
        }
    }

    @Test
    void figureIsReadInWordsOrInNumbers() {
        assertEquals(
                Estimate.atLeast(738), Tables.row(NUMBERS, "at least 738,,,,").estimate());
        assertEquals(Estimate.exact(1112), Tables.row(NUMBERS, "\"1,112\",,,,").estimate());
        assertEquals(
                Estimate.atLeast(738), Tables.row(NUMBERS, ",AT_LEAST,738,,").estimate());
        assertEquals(Estimate.exact(5), Tables.row(NUMBERS, ",EXACT,5,5.0,5").estimate());
        assertEquals(
                Estimate.range(40, 45, 50),
                Tables.row(NUMBERS, ",range,40,45,50").estimate());
        assertEquals(
                Estimate.order(5), Tables.row(NUMBERS, ",ORDER,100000,,999999").estimate());
        assertEquals(
                Estimate.moreThan(620), Tables.row("value", "more than 620").estimate());
        assertEquals(
                Estimate.approximately(9),
                Tables.row("qualifier,best", "APPROXIMATELY,9").estimate());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",,,,|value|MISSING",
                "738,EXACT,738,738,738|value|CONFLICTING_VALUE",
                "738,,,,738|value|CONFLICTING_VALUE",
                "many,,,,|value|NOT_AN_ESTIMATE",
                "50-40,,,,|value|LOWER_ABOVE_UPPER",
                "-5,,,,|value|NEGATIVE",
                "1000000000000001,,,,|value|TOO_LARGE",
                "≥ 5 (best 15),,,,|value|NOT_AN_ESTIMATE",
                "5–<15,,,,|value|NOT_AN_ESTIMATE",
                ",,738,,|qualifier|MISSING",
                ",EXACTLY,738,,|qualifier|UNKNOWN_CODE",
                ",AT_LEAST,,,|qualifier|NOT_AN_ESTIMATE",
                ",AT_LEAST,738,800,|qualifier|NOT_AN_ESTIMATE",
                ",RANGE,50,,40|qualifier|LOWER_ABOVE_UPPER",
                ",AT_LEAST,-5,,|lower|NEGATIVE",
                ",AT_MOST,,,1000000000000001|upper|TOO_LARGE",
                ",AT_LEAST,1e999999999,,|lower|NOT_A_NUMBER"
            })
    void figureThatCannotBeReadIsRefused(String cells, String column, String code) {
        // A last column keeps a row without any figure from being an empty one.
        Row row = Tables.row(NUMBERS + ",other", cells + ",x");
        assertNull(row.estimate());
        assertEquals(
                List.of(column + " " + code),
                row.problems().stream()
                        .map(problem -> problem.column() + " " + problem.code())
                        .toList());
    }

    @Test
    void figureMayBeZeroOrOneQuadrillion() {
        assertEquals(Estimate.atLeast(0), Tables.row(NUMBERS, ",AT_LEAST,0,,").estimate());
        assertEquals(
                Estimate.atLeast(Estimate.MAX),
                Tables.row(NUMBERS, ",AT_LEAST,1000000000000000,,").estimate());
        assertEquals(Estimate.MAX, Tables.row("n", "1000000000000000").number("n"));
    }

    @Test
    void everyBadNumberOfAFigureIsTold() {
        Row row = Tables.row(NUMBERS, ",EXACTLY,-5,x,1e9");
        assertNull(row.estimate());
        assertNull(row.estimate());
        assertEquals(
                List.of("UNKNOWN_CODE", "NEGATIVE", "NOT_A_NUMBER", "NOT_A_NUMBER"),
                row.problems().stream().map(RowProblem::code).toList());
    }

    @Test
    void figureIsReadBesideOtherProblems() {
        Row row = Tables.row("date,qualifier,lower", "yesterday,AT_LEAST,738");
        row.date("date");
        assertEquals(Estimate.atLeast(738), row.estimate());
    }

    @Test
    void nameInPlaceOfAPcodeIsAnsweredWithTheCode() {
        Function<Row, Object> area = row -> row.area("area", Gazetteer.palestine());
        assertEquals(
                new RowProblem(
                        2,
                        "area",
                        "UNKNOWN_PCODE",
                        "\"Gaza City\" is not a listed P-code; the P-code of that place is PS0260"),
                problemOf("area", "Gaza City", area));
        assertEquals(
                new RowProblem(2, "area", "UNKNOWN_PCODE", "\"PS0299\" is not a listed P-code"),
                problemOf("area", "PS0299", area));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "ftp://example.org/",
                "javascript:alert(1)",
                "https:///path",
                "http:example.org",
                "https://exa mple.org",
                "file:///etc/passwd"
            })
    void addressThatIsNotOfTheWebIsRefused(String cell) {
        assertEquals("NOT_A_URL", problemOf("url", cell, row -> row.url("url")).code());
    }

    @Test
    void callerAddsProblemsOfItsOwn() {
        Row row = Tables.row("text", "x");
        row.refuse("text", "UNKNOWN_SOURCE", "There is no source x");
        assertTrue(row.refused());
        assertEquals(List.of(new RowProblem(2, "text", "UNKNOWN_SOURCE", "There is no source x")), row.problems());
    }

    private static RowProblem problemOf(String column, String cell, Function<Row, Object> reading) {
        Row row = Tables.row(column, cell);
        assertNull(reading.apply(row));
        assertEquals(1, row.problems().size(), row.problems()::toString);
        return row.problems().getFirst();
    }
}
