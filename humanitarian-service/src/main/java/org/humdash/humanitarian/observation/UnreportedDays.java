package org.humdash.humanitarian.observation;

import java.time.LocalDate;
import org.humdash.vocabulary.access.Sensitivity;

/**
 * Days on which a source did not report on an indicator, as they came in.
 *
 * @param row its row in the table it came from, as a spreadsheet numbers it
 */
record UnreportedDays(
        long row,
        String indicator,
        String area,
        String originator,
        String publisher,
        LocalDate from,
        LocalDate to,
        String note,
        Sensitivity sensitivity)
        implements Statement {}
