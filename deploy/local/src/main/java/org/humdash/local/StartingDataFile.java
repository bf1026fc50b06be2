package org.humdash.local;

import java.util.List;
import java.util.Set;

/**
 * One file of the starting data and where it goes.
 *
 * @param path of the gateway; {@code {column}} stands for the value of that column, which is then not sent in the body
 * @param numbers the columns whose values are numbers in JSON; all others are texts. Empty for a table sent as it is
 */
record StartingDataFile(String name, String path, Kind kind, Set<String> numbers) {

    enum Kind {
        /** Each row is a JSON body. */
        ROWS,
        /** The file is sent as it is and answered by a report. */
        TABLE,
        /** The file is sent as it is and imported by a job, which is followed to its end. */
        JOB
    }

    /** In the order in which one refers to another. */
    static final List<StartingDataFile> ALL = List.of(
            rows("sources.csv", "/api/v1/sources"),
            rows("ceasefires.csv", "/api/v1/ceasefires"),
            rows("phases.csv", "/api/v1/ceasefires/{ceasefire}/phases", "number"),
            rows("commitments.csv", "/api/v1/ceasefires/{ceasefire}/commitments", "quantityPerDay"),
            rows("timeline.csv", "/api/v1/ceasefires/{ceasefire}/timeline"),
            table("claims.csv", "/api/v1/claims/imports"),
            rows("hazards.csv", "/api/v1/hazards"),
            job("observations.csv", "/api/v1/observations/imports"),
            rows("daily-quantities.csv", "/api/v1/commitments", "quantityPerDay"));

    private static StartingDataFile rows(String name, String path, String... numbers) {
        return new StartingDataFile(name, path, Kind.ROWS, Set.of(numbers));
    }

    private static StartingDataFile table(String name, String path) {
        return new StartingDataFile(name, path, Kind.TABLE, Set.of());
    }

    private static StartingDataFile job(String name, String path) {
        return new StartingDataFile(name, path, Kind.JOB, Set.of());
    }
}
