package org.humdash.incident.coverage;

import static org.humdash.kit.problem.ProblemType.INVALID_BODY;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.humdash.kit.revision.TimeTravel;

/**
 * Reads the reporting periods of a daily series: a JSON array of objects with {@code report_date} (yyyy-MM-dd),
 * {@code report_period} (hours: 0 or a multiple of 24) and {@code report_source}; other members are passed over. An
 * entry whose source is "missing" was filled in by whoever compiled the series, so nobody reported: its period is read
 * as 0.
 */
final class DailySeriesReader {

    private static final int MOST_ENTRIES = 36_525;
    private static final int MOST_HOURS = 31 * 24;
    private static final String FILLED_IN = "missing";

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxNumberLength(40)
                    .maxStringLength(10_000)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private DailySeriesReader() {}

    /**
     * @param reportSource only entries of this {@code report_source} and the filled-in ones; null for all
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming the entry when the series cannot be read
     */
    static DailySeries read(InputStream body, String reportSource) throws IOException {
        List<DailySeries.Entry> entries = new ArrayList<>();
        Set<LocalDate> days = new HashSet<>();
        try (JsonParser json = JSON.createParser(body)) {
            require(json.nextToken() == JsonToken.START_ARRAY, "The series is a JSON array of daily reports.");
            long number = 0;
            while (json.nextToken() == JsonToken.START_OBJECT) {
                number++;
                require(number <= MOST_ENTRIES, "A series has " + MOST_ENTRIES + " entries at most.");
                Raw raw = raw(json);
                if (!raw.isOf(reportSource)) {
                    continue;
                }
                DailySeries.Entry entry = raw.entry(number);
                require(days.add(entry.day()), "Entry " + number + ": " + entry.day() + " is there twice.");
                entries.add(entry);
            }
            require(json.currentToken() == JsonToken.END_ARRAY, "Entry " + (number + 1) + " is not an object.");
        } catch (JsonProcessingException e) {
            // What breaks a limit of the reader has no location.
            JsonLocation at = e.getLocation();
            throw INVALID_BODY.because("The body is not JSON of daily reports"
                    + (at == null
                            ? ", or nested too deep."
                            : ": look at line " + at.getLineNr() + ", column " + at.getColumnNr() + "."));
        }
        return DailySeries.of(entries);
    }

    private static Raw raw(JsonParser json) throws IOException {
        String date = null;
        String source = null;
        String period = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case "report_date" -> date = value.isScalarValue() ? json.getText() : null;
                case "report_source" -> source = value.isScalarValue() ? json.getText() : null;
                case "report_period" -> period = value == JsonToken.VALUE_NUMBER_INT ? json.getText() : null;
                default -> {}
            }
            json.skipChildren();
        }
        return new Raw(date, source, period);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw INVALID_BODY.because(message);
        }
    }

    private record Raw(String date, String source, String period) {

        boolean isOf(String reportSource) {
            return reportSource == null || reportSource.equals(source) || FILLED_IN.equals(source);
        }

        DailySeries.Entry entry(long number) {
            return new DailySeries.Entry(number, day(number), FILLED_IN.equals(source) ? 0 : hours(number));
        }

        private LocalDate day(long number) {
            try {
                LocalDate day = date == null ? null : LocalDate.parse(date);
                require(day != null && TimeTravel.isPlausible(day), dateProblem(number));
                return day;
            } catch (DateTimeException e) {
                throw INVALID_BODY.because(dateProblem(number));
            }
        }

        private int hours(long number) {
            String problem =
                    "Entry " + number + ": report_period must be 0 or a multiple of 24, up to " + MOST_HOURS + ".";
            require(period != null && period.matches("\\d{1,4}"), problem);
            int hours = Integer.parseInt(period);
            require(hours % 24 == 0 && hours <= MOST_HOURS, problem);
            return hours;
        }

        private static String dateProblem(long number) {
            return "Entry " + number + ": report_date must be a date such as 2025-12-19.";
        }
    }
}
