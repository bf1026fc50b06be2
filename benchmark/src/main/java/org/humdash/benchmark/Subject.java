package org.humdash.benchmark;

import java.nio.file.Path;
import java.util.Locale;

/** A service that is measured. */
enum Subject {
    INCIDENT(2_600) {
        @Override
        Measuring measuring(Path folder, ServiceDatabase database, RunningService service) {
            return new IncidentMeasuring(folder, database, service);
        }
    },
    HUMANITARIAN(1_500) {
        @Override
        Measuring measuring(Path folder, ServiceDatabase database, RunningService service) {
            return new HumanitarianMeasuring(folder, database, service);
        }
    };

    private final long bytesOfARow;

    Subject(long bytesOfARow) {
        this.bytesOfARow = bytesOfARow;
    }

    /** @param folder for the files that are needed meanwhile */
    abstract Measuring measuring(Path folder, ServiceDatabase database, RunningService service);

    /** Of its database, and of the service in arguments. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String service() {
        return code() + "-service";
    }

    /** The jar to start. */
    Path jar(Path home) {
        return home.resolve(service() + "/target/quarkus-app/quarkus-run.jar");
    }

    /** What a row takes at most: in the files, the tables with their indexes, and the log of the database. */
    long bytesOfARow() {
        return bytesOfARow;
    }
}
