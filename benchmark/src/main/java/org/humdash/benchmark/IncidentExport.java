package org.humdash.benchmark;

import java.io.IOException;
import java.io.InputStream;

/** The CSV export of everything whoever asks may read. */
final class IncidentExport {

    static final String PATH = "/api/v1/incidents?format=csv&duplicates=true";

    private static final int BUFFER = 1 << 16;

    private final RunningService service;

    IncidentExport(RunningService service) {
        this.service = service;
    }

    /** How many incidents are in it. */
    long rows() throws IOException, InterruptedException {
        return lines() - 1;
    }

    /**
     * Reads it and throws it away.
     *
     * @return rows a second
     */
    double run(long rows) throws IOException, InterruptedException {
        long start = System.nanoTime();
        long lines = lines();
        double rate = rows / ((System.nanoTime() - start) / 1e9);
        if (lines != rows + 1) {
            throw new IOException(lines + " lines instead of a header and " + rows + " rows");
        }
        return rate;
    }

    /** No cell of the samples has a line break in it. */
    private long lines() throws IOException, InterruptedException {
        byte[] buffer = new byte[BUFFER];
        long lines = 0;
        try (InputStream in = service.stream(PATH)) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                for (int i = 0; i < length; i++) {
                    if (buffer[i] == '\n') {
                        lines++;
                    }
                }
            }
        }
        return lines;
    }
}
