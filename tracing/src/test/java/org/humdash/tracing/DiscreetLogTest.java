package org.humdash.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class DiscreetLogTest {

    private final DiscreetLog filter = new DiscreetLog();

    @Test
    void whatWasRefusedIsNamedAndNotQuoted() {
        LogRecord refused = record(
                "http-problem",
                "status=400, title=\"The request body does not hold together\", detail=\"Field 'type' is 'somebody'\"");

        assertTrue(filter.isLoggable(refused));
        assertEquals("status=400, title=\"The request body does not hold together\"", refused.getMessage());
    }

    @Test
    void otherLinesStayAsTheyAre() {
        LogRecord other = record("org.humdash", "done, detail=7");

        assertTrue(filter.isLoggable(other));
        assertEquals("done, detail=7", other.getMessage());
        assertTrue(filter.isLoggable(record("http-problem", null)));
    }

    private static LogRecord record(String logger, String message) {
        LogRecord record = new LogRecord(Level.INFO, message);
        record.setLoggerName(logger);
        return record;
    }
}
