package org.humdash.benchmark;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.humdash.vocabulary.place.Area;
import org.humdash.vocabulary.place.Gazetteer;

/**
 * Valid incidents of the ceasefire {@value #CEASEFIRE}: every time the same ones, spread over four hundred days, ten types,
 * the Gaza Strip and some of the West Bank, and twenty sources, in shares such as monitors report.
 */
final class IncidentSamples {

    static final String CEASEFIRE = "BENCHMARK";

    static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    static final int DAYS = 400;
    static final int SOURCES = 20;

    /** As of here every sample has happened. */
    static final LocalDate LAST_DAY = FIRST_DAY.plusDays(DAYS - 1L);

    /** Of all of them, as of one import. */
    private static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00Z");

    private static final long SEED = 20251010;
    private static final int PLACES = 900;
    private static final double HALF_A_TOWN = 0.03;

    private static final int WEST_BANK_AREAS = 5;

    private final Shares<String> types = new Shares<String>()
            .with(25, "AIR_STRIKE")
            .with(20, "ARTILLERY_SHELLING")
            .with(10, "BOMBARDMENT")
            .with(15, "CIVILIAN_SHOOTING")
            .with(8, "GROUND_INCURSION")
            .with(6, "ARREST")
            .with(7, "DEMOLITION")
            .with(4, "AID_OBSTRUCTION")
            .with(2, "PROJECTILE_LAUNCH")
            .with(3, "OTHER");
    private final Shares<String> grades = new Shares<String>()
            .with(60, "WEAK")
            .with(16, "FAIR")
            .with(6, "CONFIRMED")
            .with(8, "CONTESTED")
            .with(3, "DISCOUNTED")
            .with(7, "UNASSESSED");
    private final Shares<String> sensitivities = new Shares<String>()
            .with(84, "LOW")
            .with(10, "MODERATE")
            .with(5, "HIGH")
            .with(1, "SEVERE");
    private final Shares<Integer> spans =
            new Shares<Integer>().with(95, 1).with(3, 3).with(2, 7);
    private final Shares<Area> areas = new Shares<>();

    IncidentSamples() {
        areasIn("PS02").forEach(area -> areas.with(17, area));
        areasIn("PS01").limit(WEST_BANK_AREAS).forEach(area -> areas.with(3, area));
    }

    /** @param number from 1 */
    IncidentSample at(long number) {
        SplittableRandom random = new SplittableRandom(SEED + number);
        Area area = areas.any(random);
        long made = RECORDED.toEpochMilli() + number;
        int days = spans.any(random);
        boolean hasTime = days == 1 && random.nextInt(3) == 0;
        long killed = random.nextInt(8);
        long injured = random.nextInt(20);
        int place = random.nextInt(PLACES);
        return new IncidentSample(
                number,
                // A UUID of version 7, as the service makes them: in the order of their making.
                new UUID(made << 16 | 0x7000 | random.nextInt(0x1000), random.nextLong() >>> 2 | Long.MIN_VALUE),
                new UUID(random.nextLong(), random.nextLong()),
                RECORDED,
                source(1 + random.nextInt(SOURCES)),
                types.any(random),
                FIRST_DAY.plusDays(random.nextInt(DAYS - days + 1)),
                days,
                hasTime ? twoDigits(random.nextInt(24)) + ":" + twoDigits(random.nextInt(60)) : null,
                "place " + place,
                area.pcode().value(),
                near(area.centroid().lat(), random),
                near(area.centroid().lon(), random),
                random.nextBoolean() ? "armed forces" : null,
                killed == 0 ? null : killed,
                injured == 0 ? null : injured,
                grades.any(random),
                sensitivities.any(random),
                "reported on day " + random.nextInt(DAYS) + ", shells fell near the market of place " + place
                        + "; no further detail was given",
                random.nextBoolean() ? "بحسب التقرير سقطت قذائف قرب السوق" : null);
    }

    static String source(int number) {
        return "BENCHMARK_SOURCE_" + number;
    }

    private static Stream<Area> areasIn(String adm1) {
        return Gazetteer.palestine().areas().stream()
                .filter(area -> area.level() == 2 && area.pcode().value().startsWith(adm1));
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private static double near(double degrees, SplittableRandom random) {
        return Math.round((degrees + random.nextDouble(-HALF_A_TOWN, HALF_A_TOWN)) * 1e5) / 1e5;
    }
}
