package org.humdash.incident.ledger;

import org.humdash.vocabulary.text.BilingualText;

/** What a monitored day was. The first that applies, in this order. */
public enum DayStatus {
    /** At least one published incident of an attack type, not discounted, is known to have happened on the day. */
    ATTACK("Attack", "هجوم"),
    /** Only an incident of imprecise date, or of unknown time on the day the ceasefire took effect, may be of the day. */
    POSSIBLE("Possible attack", "هجوم محتمل"),
    /** Too recent: reports may still come. */
    PENDING("Pending", "قيد الانتظار"),
    /** A source reported on the whole day, and no attack is recorded. */
    QUIET("Quiet", "هادئ"),
    /** No attack is recorded, and no source reported on the whole day. */
    NO_REPORT("No report", "لا تقارير");

    private final BilingualText label;

    DayStatus(String en, String ar) {
        this.label = new BilingualText(en, ar);
    }

    public BilingualText label() {
        return label;
    }
}
