package org.humdash.tracing;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Leaves out of the log what a refused request had in it. The answer quotes the value that is wrong, so that whoever sent it
 * finds it; the log needs only to say that it was refused, and with which problem.
 */
@LoggingFilter(name = "discreet")
public final class DiscreetLog implements Filter {

    private static final String PROBLEMS = "http-problem";
    private static final String QUOTING = ", detail=";

    @Override
    public boolean isLoggable(LogRecord record) {
        String message = record.getMessage();
        if (PROBLEMS.equals(record.getLoggerName()) && message != null) {
            int quoting = message.indexOf(QUOTING);
            if (quoting >= 0) {
                record.setMessage(message.substring(0, quoting));
            }
        }
        return true;
    }
}
