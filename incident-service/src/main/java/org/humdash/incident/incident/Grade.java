package org.humdash.incident.incident;

import org.humdash.vocabulary.text.BilingualText;

/** How well an incident is established (wording after Airwars). */
public enum Grade {
    CONFIRMED("Confirmed: a belligerent accepted responsibility", "مؤكد: أقر طرف بالمسؤولية"),
    FAIR("Fair: two or more independent originators agree", "مقبول: مصدران مستقلان أو أكثر"),
    WEAK("Weak: one originator", "ضعيف: مصدر واحد"),
    CONTESTED("Contested: competing claims of responsibility", "متنازع عليه: روايات متضاربة عن المسؤولية"),
    DISCOUNTED("Discounted: another explanation is most likely", "مستبعد: تفسير آخر هو الأرجح"),
    UNASSESSED("Not assessed", "غير مقيّم");

    private final BilingualText label;

    Grade(String en, String ar) {
        this.label = new BilingualText(en, ar);
    }

    public BilingualText label() {
        return label;
    }
}
