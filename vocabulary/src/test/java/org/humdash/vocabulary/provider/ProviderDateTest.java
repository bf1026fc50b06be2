package org.humdash.vocabulary.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderDateTest {

    private static final ZoneId GAZA = ZoneId.of("Asia/Gaza");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-06-06",
                "2025/06/06",
                "2025/6/6",
                "2025.06.06",
                "20250606",
                "6-Jun-25",
                "06-Jun-2025",
                "6 June 2025",
                "6 JUNE 2025",
                "6th June, 2025",
                "6th of June 2025",
                "June 6, 2025",
                "Jun. 6 2025",
                "Friday, 6 June 2025",
                "Fri 6 Jun 2025",
                "06.06.2025",
                "6.6.25",
                "06/06/2025",
                "2025-Jun-06",
                "6 حزيران 2025",
                "٦ يونيو ٢٠٢٥",
                "٦ حزيران/يونيو ٢٠٢٥",
                "٢٠٢٥-٠٦-٠٦",
                "2025-06-06T00:00:00",
                "2025-06-06 00:00:00.000",
                "2025-06-06T00:00:00Z",
                "45814",
                "45814.0",
                "٤٥٨١٤",
                " 2025-06-06 "
            })
    void dayIsReadHoweverItIsWritten(String text) {
        LocalDate day = LocalDate.of(2025, 6, 6);
        assertEquals(new ProviderDate(day, day, null), ProviderDate.parse(text, null, GAZA));
    }

    @ParameterizedTest
    @CsvSource({
        "22 April 2022, 2022-04-22",
        "'April 22, 2022', 2022-04-22",
        "22.04.2022, 2022-04-22",
        "22/04/2022, 2022-04-22",
        "04/22/2022, 2022-04-22",
        "19/3/15, 2015-03-19",
        "03-18-14, 2014-03-18",
        "1 كانون الثاني 2025, 2025-01-01",
        "31 كانون الأول 2025, 2025-12-31",
        "15 تشرين الأول 2025, 2025-10-15",
        "15 أكتوبر 2025, 2025-10-15",
        "15 اكتوبر 2025, 2025-10-15",
        "9 آب 2025, 2025-08-09",
        "10 Sept 2025, 2025-09-10",
        "1-Jan-69, 2069-01-01",
        "1-Jan-70, 1970-01-01",
        "29.02.2024, 2024-02-29"
    })
    void daysThatAreCertainNeedNoOrder(String text, LocalDate day) {
        assertEquals(new ProviderDate(day, day, null), ProviderDate.parse(text, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-10, 2025-10-01, 2025-10-31, 4",
        "2024/2, 2024-02-01, 2024-02-29, 4",
        "October 2025, 2025-10-01, 2025-10-31, 4",
        "تشرين الأول 2025, 2025-10-01, 2025-10-31, 4",
        "2025, 2025-01-01, 2025-12-31, 5"
    })
    void monthAndYearAreAllTheirDays(String text, LocalDate from, LocalDate to, int precision) {
        ProviderDate date = ProviderDate.parse(text, null, null);
        assertEquals(new ProviderDate(from, to, null), date);
        assertEquals(precision, date.precision());
    }

    @ParameterizedTest
    @CsvSource({
        "2025-10-10 - 2025-10-12",
        "2025-10-10 to 2025-10-12",
        "2025-10-10 00:00 – 2025-10-12 23:59",
        "10 October 2025–12 October 2025",
        "10-12 October 2025",
        "10 – 12 Oct 2025",
        "10.10.2025 - 12.10.2025",
        "١٠ تشرين الأول ٢٠٢٥ إلى ١٢ تشرين الأول ٢٠٢٥",
        "Fri 10 Oct 2025 until Sun 12 Oct 2025"
    })
    void periodIsReadHoweverItIsWritten(String text) {
        assertEquals(
                new ProviderDate(LocalDate.of(2025, 10, 10), LocalDate.of(2025, 10, 12), null),
                ProviderDate.parse(text, null, GAZA));
    }

    @ParameterizedTest
    @CsvSource({"1761782400000, 2025-10-30, ", "1761789600000, 2025-10-30, 04:00:00"})
    void millisecondsAreReadAsWebMapsWriteThem(String text, LocalDate day, LocalTime time) {
        assertEquals(new ProviderDate(day, day, time), ProviderDate.parse(text, null, GAZA));
    }

    @Test
    void orderOfDayAndMonthIsNotGuessed() {
        ProviderFormatException e =
                assertThrows(ProviderFormatException.class, () -> ProviderDate.parse("06/07/2025", null, null));
        assertEquals("AMBIGUOUS_DATE", e.code());
        assertEquals(
                "\"06/07/2025\" may have the day or the month first, and nothing in the file settles it; say which, or"
                        + " write dates as 2025-12-19",
                e.getMessage());
        assertEquals(
                LocalDate.of(2025, 7, 6),
                ProviderDate.parse("06/07/2025", DateOrder.DAY_FIRST, null).from());
        assertEquals(
                LocalDate.of(2025, 6, 7),
                ProviderDate.parse("06/07/2025", DateOrder.MONTH_FIRST, null).from());
    }

    @ParameterizedTest
    @CsvSource({
        "13/01/2025 06/07/2025, DAY_FIRST, true",
        "06-07-25 01-13-25, MONTH_FIRST, true",
        "01/02/2025 03/04/2025, , true",
        "13/01/2025 01/13/2025, , false",
        "05/05/2025 2025-01-13, , false",
        "٠٦/٠٧/٢٠٢٥ ١٣/٠١/٢٠٢٥, DAY_FIRST, true"
    })
    void oneNumberAboveTwelveSettlesTheOrderForTheFile(String cells, DateOrder order, boolean isNeeded) {
        DateOrderFinder finder = new DateOrderFinder();
        finder.look(null);
        Stream.of(cells.split(" ")).forEach(finder::look);
        assertEquals(Optional.ofNullable(order), finder.order());
        assertEquals(isNeeded, finder.isNeeded());
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-01 14:30, 2025-11-01, 14:30:00",
        "2025-11-01T14:30:15.123, 2025-11-01, 14:30:15",
        "11/13/2025 2:30:00 PM, 2025-11-13, 14:30:00",
        "13/11/2025 12:05 am, 2025-11-13, 00:05:00",
        "'6 November 2025, 14:30', 2025-11-06, 14:30:00",
        "2025-11-01T14:30Z, 2025-11-01, 16:30:00",
        "2025-10-10T22:30:00Z, 2025-10-11, 01:30:00",
        "2025-11-01T14:30:00+02:00, 2025-11-01, 14:30:00",
        "2025-11-01T14:30:00.5-0500, 2025-11-01, 21:30:00",
        "2025-11-01 14:30 UTC, 2025-11-01, 16:30:00",
        "45962.604166666664, 2025-11-01, 14:30:00"
    })
    void instantIsToldInTheTimeOfThePlace(String text, LocalDate day, LocalTime time) {
        assertEquals(new ProviderDate(day, day, time), ProviderDate.parse(text, null, GAZA));
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday, NOT_A_DATE",
        "4593, OUT_OF_RANGE",
        "19999, NOT_A_DATE",
        "459390, NOT_A_DATE",
        "31.02.2025, NOT_A_DATE",
        "2025-13-01, NOT_A_DATE",
        "2025-02-30, NOT_A_DATE",
        "2025-06-06 25:00, NOT_A_DATE",
        "2025-06-06 13:00 PM, NOT_A_DATE",
        "2025-10 14:30, NOT_A_DATE",
        "6 Brumaire 2025, NOT_A_DATE",
        "'', NOT_A_DATE",
        "2025-10-12 to 2025-10-10, PERIOD_REVERSED",
        "12-10 October 2025, PERIOD_REVERSED",
        "1899, OUT_OF_RANGE",
        "2101-01-01, OUT_OF_RANGE",
        "0000-01-01, OUT_OF_RANGE"
    })
    void otherTextIsRefused(String text, String code) {
        assertEquals(
                code,
                assertThrows(ProviderFormatException.class, () -> ProviderDate.parse(text, null, GAZA))
                        .code());
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-01, 2025-11-01, 1",
        "2025-11-01, 2025-11-02, 2",
        "2025-11-01, 2025-11-06, 2",
        "2025-11-01, 2025-11-07, 3",
        "2025-11-01, 2025-11-08, 4",
        "2025-10-01, 2025-10-31, 4",
        "2025-10-01, 2025-11-01, 5"
    })
    void precisionFollowsFromTheLengthOfAPeriod(LocalDate from, LocalDate to, int precision) {
        assertEquals(precision, ProviderDate.precision(from, to));
    }

    @Property
    void anyDateIsReadFromEveryOrderItIsWrittenIn(
            @ForAll @IntRange(min = 1900, max = 2100) int year, @ForAll @IntRange(min = 1, max = 365) int dayOfYear) {
        LocalDate day = LocalDate.ofYearDay(year, dayOfYear);
        ProviderDate date = new ProviderDate(day, day, null);
        String d = String.valueOf(day.getDayOfMonth());
        String m = String.valueOf(day.getMonthValue());
        assertEquals(date, ProviderDate.parse(day.toString(), null, null));
        assertEquals(date, ProviderDate.parse(d + "/" + m + "/" + year, DateOrder.DAY_FIRST, null));
        assertEquals(date, ProviderDate.parse(m + "/" + d + "/" + year, DateOrder.MONTH_FIRST, null));
        assertEquals(date, ProviderDate.parse(d + " " + day.getMonth() + " " + year, null, null));
    }

    @Property
    void anyTextIsADateOrARefusal(@ForAll String text) {
        try {
            ProviderDate date = ProviderDate.parse(text, null, GAZA);
            assertTrue(!date.to().isBefore(date.from()));
        } catch (ProviderFormatException e) {
            assertFalse(e.code().isEmpty());
        }
    }
}
