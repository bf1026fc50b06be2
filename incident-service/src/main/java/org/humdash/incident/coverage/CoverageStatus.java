package org.humdash.incident.coverage;

import org.humdash.vocabulary.text.BilingualText;

/** What a source did on a day. */
public enum CoverageStatus {
    /** It reported incidents or figures for the day. */
    REPORTED("Reported", "صدر تقرير"),
    /** It reported that there was nothing. */
    NIL("Reported that nothing happened", "تقرير بعدم وقوع شيء"),
    /** It reported on part of the day only, or together with other days. */
    PARTIAL("Reported in part", "تقرير جزئي"),
    /** It did not report; also what a wrong entry is corrected to. */
    NO_REPORT("Did not report", "لم يصدر تقرير");

    private final BilingualText label;

    CoverageStatus(String en, String ar) {
        this.label = new BilingualText(en, ar);
    }

    public BilingualText label() {
        return label;
    }

    /** Whether a day may be called quiet on the strength of this: a whole day was reported on. */
    public boolean covers() {
        return this == REPORTED || this == NIL;
    }
}
