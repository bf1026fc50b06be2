package org.humdash.incident.claim;

import org.humdash.vocabulary.text.BilingualText;

/** What a cumulative claim counts. */
public enum Measure {
    VIOLATIONS("Violations", "الخروقات"),
    KILLED("People killed", "القتلى"),
    INJURED("People injured", "الجرحى"),
    DETAINED("People detained", "المحتجزون"),
    ATTACK_DAYS("Days with attacks", "أيام شهدت هجمات"),
    QUIET_DAYS("Days without attacks", "أيام بلا هجمات"),
    MONITORED_DAYS("Days monitored", "أيام الرصد");

    private final BilingualText label;

    Measure(String en, String ar) {
        this.label = new BilingualText(en, ar);
    }

    /** Whether it counts days of the ceasefire, and not incidents or people. */
    public boolean countsDays() {
        return switch (this) {
            case ATTACK_DAYS, QUIET_DAYS, MONITORED_DAYS -> true;
            case VIOLATIONS, KILLED, INJURED, DETAINED -> false;
        };
    }

    public BilingualText label() {
        return label;
    }
}
