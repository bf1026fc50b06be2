package org.humdash.benchmark;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.humdash.vocabulary.place.Area;
import org.humdash.vocabulary.place.Gazetteer;

/**
 * Valid incidents of the ceasefire {@value #CEASEFIRE}: every time the same ones, spread over two years, ten types, all
 * areas of level 2, and twenty sources.
 */
final class Samples {

    static final String CEASEFIRE = "BENCHMARK";

    static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    static final int DAYS = 730;
    static final int SOURCES = 20;

    static final List<String> TYPES = List.of(
            "BOMBARDMENT",
            "AIR_STRIKE",
            "ARTILLERY_SHELLING",
            "CIVILIAN_SHOOTING",
            "GROUND_INCURSION",
            "ARREST",
            "DEMOLITION",
            "AID_OBSTRUCTION",
            "PROJECTILE_LAUNCH",
            "OTHER");

    private static final Instant FIRST_RECORDED = Instant.parse("2026-01-01T00:00:00Z");
    private static final long SEED = 20251010;
    private static final int PLACES = 900;
    private static final double HALF_A_TOWN = 0.03;

    private final List<Area> areas = Gazetteer.palestine().areas().stream()
            .filter(area -> area.level() == 2)
            .toList();

    /** @param number from 1 */
    Sample at(long number) {
        SplittableRandom random = new SplittableRandom(SEED + number);
        Area area = areas.get(random.nextInt(areas.size()));
        long recorded = FIRST_RECORDED.toEpochMilli() + number;
        long killed = random.nextInt(8);
        long injured = random.nextInt(20);
        int place = random.nextInt(PLACES);
        return new Sample(
                number,
                // A UUID of version 7, as the service makes them: in the order of their making.
                new UUID(recorded << 16 | 0x7000 | random.nextInt(0x1000), random.nextLong() >>> 2 | Long.MIN_VALUE),
                new UUID(random.nextLong(), random.nextLong()),
                Instant.ofEpochMilli(recorded),
                source(1 + random.nextInt(SOURCES)),
                TYPES.get(random.nextInt(TYPES.size())),
                FIRST_DAY.plusDays(random.nextInt(DAYS)),
                random.nextInt(3) == 0 ? "%02d:%02d".formatted(random.nextInt(24), random.nextInt(60)) : null,
                "place " + place,
                area.pcode().value(),
                near(area.centroid().lat(), random),
                near(area.centroid().lon(), random),
                random.nextBoolean() ? "armed forces" : null,
                killed == 0 ? null : killed,
                injured == 0 ? null : injured,
                "reported on day " + random.nextInt(DAYS) + ", shells fell near the market of place " + place
                        + "; no further detail was given",
                random.nextBoolean() ? "بحسب التقرير سقطت قذائف قرب السوق" : null);
    }

    static String source(int number) {
        return "BENCHMARK_SOURCE_" + number;
    }

    private static double near(double degrees, SplittableRandom random) {
        return Math.round((degrees + random.nextDouble(-HALF_A_TOWN, HALF_A_TOWN)) * 1e5) / 1e5;
    }
}
