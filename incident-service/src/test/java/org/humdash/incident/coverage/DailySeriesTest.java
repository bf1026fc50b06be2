package org.humdash.incident.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.humdash.incident.coverage.DailySeries.Entry;
import org.junit.jupiter.api.Test;

class DailySeriesTest {

    private static final String PUBLISHED = "shared/data/tfp/casualties_daily.json";

    private static Entry entry(String day, int hours) {
        return new Entry(1, LocalDate.parse(day), hours);
    }

    private static String statuses(List<Entry> entries) {
        return DailySeries.of(entries).days().stream()
                .map(day -> day.day().getDayOfMonth() + " " + day.status())
                .collect(Collectors.joining(", "));
    }

    @Test
    void theDaysRolledTogetherWithALaterOneArePartial() {
        assertEquals(
                "6 PARTIAL, 7 PARTIAL, 8 REPORTED",
                statuses(List.of(entry("2025-11-06", 0), entry("2025-11-07", 0), entry("2025-11-08", 72))));
    }

    @Test
    void aRolledTogetherDayThatTheSeriesLeavesOutIsPartialToo() {
        assertEquals("7 PARTIAL, 8 REPORTED", statuses(List.of(entry("2025-11-08", 48))));
    }

    @Test
    void aDayThatWasReportedOnItsOwnStaysSo() {
        assertEquals("7 REPORTED, 8 REPORTED", statuses(List.of(entry("2025-11-07", 24), entry("2025-11-08", 48))));
    }

    @Test
    void aDayWithoutAPeriodThatNothingMakesUpForHasNoReport() {
        assertEquals("7 NO_REPORT, 8 REPORTED", statuses(List.of(entry("2025-11-07", 0), entry("2025-11-08", 24))));
    }

    @Test
    void thePublishedSeriesGivesEachOfTheFirstSeventyDaysOfTheCeasefireAStatus() throws IOException {
        try (InputStream body = Files.newInputStream(findUpwards())) {
            DailySeries series = DailySeriesReader.read(body, "mohtel");
            LocalDate first = LocalDate.parse("2025-10-10");
            LocalDate last = LocalDate.parse("2025-12-18");
            Map<CoverageStatus, Long> days = series.days().stream()
                    .filter(day -> !day.day().isBefore(first) && !day.day().isAfter(last))
                    .collect(Collectors.groupingBy(DailySeries.Day::status, Collectors.counting()));
            assertEquals(
                    Map.of(
                            CoverageStatus.REPORTED, 55L,
                            CoverageStatus.PARTIAL, 14L,
                            CoverageStatus.NO_REPORT, 1L),
                    days);
        }
    }

    private static Path findUpwards() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(PUBLISHED))
                .filter(Files::exists)
                .findFirst()
                .orElseGet(() -> {
                    String message = "SKIPPED: there is no " + PUBLISHED + " in any folder above; it is not tried";
                    System.err.println(message);
                    return abort(message);
                });
    }
}
