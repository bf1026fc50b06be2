package org.humdash.humanitarian.observation;

/** What a row of a table can say. */
sealed interface Statement permits ObservationDraft, UnreportedDays {

    /** Its row in the table it came from, as a spreadsheet numbers it. */
    long row();
}
