package org.humdash.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What is measured: a service, or the gateway with both services behind it. */
enum Subject {
    INCIDENT("incident-service", 2_600) {
        @Override
        Setting set(Path home, Path folder) throws IOException, InterruptedException {
            return ServiceSetting.start(this, IncidentMeasuring::new, home, folder);
        }
    },
    HUMANITARIAN("humanitarian-service", 1_500) {
        @Override
        Setting set(Path home, Path folder) throws IOException, InterruptedException {
            return ServiceSetting.start(this, HumanitarianMeasuring::new, home, folder);
        }
    },
    GATEWAY("gateway", 2_600) {
        @Override
        Setting set(Path home, Path folder) throws IOException, InterruptedException {
            return GatewaySetting.start(home, folder);
        }

        @Override
        List<Path> jars(Path home) {
            return List.of(
                    Program.jar(home, INCIDENT.program()),
                    Program.jar(home, HUMANITARIAN.program()),
                    Program.jar(home, program()));
        }

        @Override
        List<String> tools() {
            return List.of(Nginx.PROGRAM, LoadGenerator.PROGRAM);
        }
    };

    private final String program;
    private final long bytesOfARow;

    Subject(String program, long bytesOfARow) {
        this.program = program;
        this.bytesOfARow = bytesOfARow;
    }

    /** Starts what is needed to measure it, with its files in a folder. */
    abstract Setting set(Path home, Path folder) throws IOException, InterruptedException;

    /** Of its database, and in arguments. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String program() {
        return program;
    }

    /** The jars that are started. */
    List<Path> jars(Path home) {
        return List.of(Program.jar(home, program));
    }

    /** Programs of the machine that it takes to measure it. */
    List<String> tools() {
        return List.of();
    }

    /** What a row takes at most: in the files, the tables with their indexes, and the log of the database. */
    long bytesOfARow() {
        return bytesOfARow;
    }
}
