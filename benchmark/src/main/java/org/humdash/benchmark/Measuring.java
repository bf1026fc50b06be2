package org.humdash.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** All that is measured of one service. */
@FunctionalInterface
interface Measuring {

    List<Measurement> run(Arguments arguments) throws IOException, SQLException, InterruptedException;

    /** A number of rows for people to read. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Says what goes on, beside the results. */
    static void say(String what) {
        System.err.println(what);
    }
}
