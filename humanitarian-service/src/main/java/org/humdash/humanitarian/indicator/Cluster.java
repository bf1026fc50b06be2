package org.humdash.humanitarian.indicator;

import org.humdash.vocabulary.text.BilingualText;

/** A group of agencies that follows one need, as the humanitarian coordination knows them. */
public enum Cluster {
    EDUCATION("Education", "التعليم"),
    FOOD_SECURITY("Food security", "الأمن الغذائي"),
    HEALTH("Health", "الصحة"),
    LOGISTICS("Logistics", "الإمداد اللوجستي"),
    NUTRITION("Nutrition", "التغذية"),
    PROTECTION("Protection", "الحماية"),
    SHELTER("Shelter", "المأوى"),
    SITE_MANAGEMENT("Site management", "إدارة المواقع"),
    TELECOMMUNICATIONS("Emergency telecommunications", "الاتصالات في حالات الطوارئ"),
    WASH("Water, sanitation and hygiene", "المياه والصرف الصحي والنظافة");

    private final BilingualText label;

    Cluster(String en, String ar) {
        this.label = new BilingualText(en, ar);
    }

    BilingualText label() {
        return label;
    }
}
