package org.humdash.benchmark;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.humdash.benchmark.ObservationSample.Precision;
import org.humdash.vocabulary.place.Gazetteer;

/**
 * Observations made up by chance, the same every time: day after day what {@value #SOURCES} sources state of
 * twenty indicators in eighteen areas, up to the same last day however many there are. One more source states an indicator
 * every day of ten years; its figures are strewn among the others, as figures that come in day by day are.
 */
final class ObservationSamples {

    static final int SOURCES = 6;

    static final String DAILY_INDICATOR = "KILLED_DAILY";
    static final String DAILY_AREA = "PS02";
    static final String DAILY_SOURCE = "BENCHMARK_DAILY";

    static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);
    static final LocalDate FIRST_DAILY = LAST_DAY.minusYears(10).plusDays(1);

    /** Ten years, with their leap days. */
    static final int DAILY = (int) (LAST_DAY.toEpochDay() - FIRST_DAILY.toEpochDay()) + 1;

    static final List<String> INDICATORS = List.of(
            "STORM_DEATHS_ALL",
            "STORM_DEATHS_COLLAPSE",
            "STORM_DEATHS_EXPOSURE",
            "BUILDINGS_COLLAPSED",
            "TENTS_DAMAGED",
            "STRUCTURES_DESTROYED",
            "STRUCTURES_DAMAGED_ANY",
            "SHELTER_PEOPLE_ALL",
            "SHELTER_PEOPLE_TENTS",
            "SHELTER_PEOPLE_OVERCROWDED",
            "SHELTER_SITES",
            "SITES_AT_FLOOD_RISK",
            "PEOPLE_AT_FLOOD_RISK",
            "POPULATION_MOVEMENTS",
            "HOUSING_UNITS_DAMAGED",
            "TRUCKS_ENTERED",
            "TRUCKS_EXPECTED",
            "FUEL_TRUCKS_ENTERED",
            "KILLED_DAILY",
            "INJURED_DAILY");

    static final List<String> AREAS = Gazetteer.palestine().areas().stream()
            .filter(area -> area.level() == 1 || area.level() == 2)
            .map(area -> area.pcode().value())
            .sorted()
            .toList();

    /** How many there are in a day. */
    static final int SERIES = INDICATORS.size() * AREAS.size() * SOURCES;

    /** Of all of them, as of one import. */
    private static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00Z");

    private static final long SEED = 20251010;
    private static final int MOST = 5_000;

    private final long rows;
    private final long stride;

    private final Shares<Precision> precisions = new Shares<Precision>()
            .with(80, Precision.EXACT)
            .with(10, Precision.AT_LEAST)
            .with(10, Precision.APPROXIMATELY);
    private final Shares<String> sensitivities = new Shares<String>()
            .with(84, "LOW")
            .with(10, "MODERATE")
            .with(5, "HIGH")
            .with(1, "SEVERE");

    /** @param rows how many there are in all */
    ObservationSamples(long rows) {
        this.rows = rows;
        this.stride = Math.max(1, rows / DAILY);
    }

    /** @param number from 1 */
    ObservationSample at(long number) {
        SplittableRandom random = new SplittableRandom(SEED + number);
        long made = RECORDED.toEpochMilli() + number;
        // A UUID of version 7, as the service makes them: in the order of their making.
        UUID id = new UUID(made << 16 | 0x7000 | random.nextInt(0x1000), random.nextLong() >>> 2 | Long.MIN_VALUE);
        UUID fingerprint = new UUID(random.nextLong(), random.nextLong());
        boolean isDaily = number % stride == 0 && number / stride <= DAILY;
        int series = (int) (number % SERIES);
        boolean isInArabic = random.nextInt(3) == 0;
        long figure = random.nextInt(MOST);
        String originator = isDaily ? DAILY_SOURCE : source(1 + series / INDICATORS.size() / AREAS.size());
        String publisher = random.nextInt(3) > 0 ? null : source(1 + random.nextInt(SOURCES));
        return new ObservationSample(
                number,
                id,
                fingerprint,
                RECORDED,
                isDaily ? DAILY_INDICATOR : INDICATORS.get(series % INDICATORS.size()),
                isDaily ? DAILY_AREA : AREAS.get(series / INDICATORS.size() % AREAS.size()),
                originator,
                isDaily || originator.equals(publisher) ? null : publisher,
                isDaily ? FIRST_DAILY.plusDays(number / stride - 1) : LAST_DAY.minusDays((rows - number) / SERIES),
                figure,
                isDaily ? Precision.EXACT : precisions.any(random),
                isDaily ? "LOW" : sensitivities.any(random),
                isInArabic
                        ? "بلغ العدد " + figure + " بحسب التقرير اليومي"
                        : "The number stood at " + figure + " according to the report of the day, it said",
                isInArabic ? "ar" : "en");
    }

    static String source(int number) {
        return "BENCHMARK_SOURCE_" + number;
    }
}
