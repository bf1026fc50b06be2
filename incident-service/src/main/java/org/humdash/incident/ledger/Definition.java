package org.humdash.incident.ledger;

import java.util.Arrays;
import java.util.List;
import org.humdash.vocabulary.text.BilingualText;

/** What the words of a ledger mean, for whoever reads it; docs/ledger.md says the same at greater length. */
enum Definition {
    ATTACK(
            "A day with at least one published incident of a monitored attack type, not discounted, that is known to have"
                    + " happened on it; on the day the ceasefire took effect only after that moment.",
            "يوم وقع فيه حادث منشور واحد على الأقل من أنواع الهجمات المرصودة وغير مستبعد، ومعروف أنه وقع في ذلك اليوم؛"
                    + " وفي يوم سريان الهدنة بعد لحظة سريانها فقط."),
    POSSIBLE(
            "A day with no known attack that the span of an imprecisely dated attack covers, or the day the ceasefire took"
                    + " effect when the time of an attack is unknown.",
            "يوم بلا هجوم معروف تغطيه فترة هجوم غير دقيق التاريخ، أو يوم سريان الهدنة إذا كان وقت الهجوم غير معروف."),
    PENDING(
            "A day later than the as-of day minus the lag: reports may still come.",
            "يوم بعد تاريخ العرض مطروحًا منه مهلة الانتظار: قد تصل تقارير بعد."),
    QUIET(
            "A day without a recorded attack on which at least one source reported for the whole day.",
            "يوم بلا هجوم مسجل أبلغ عنه مصدر واحد على الأقل عن اليوم كله."),
    NO_REPORT(
            "A day without a recorded attack on which no source reported for the whole day. Unreported is not quiet.",
            "يوم بلا هجوم مسجل لم يبلغ عنه أي مصدر عن اليوم كله. عدم وجود تقرير لا يعني الهدوء."),
    MONITORED_DAYS(
            "Local calendar days by the day count convention shown; the five counts add up to them.",
            "أيام تقويمية محلية وفق طريقة عد الأيام المبينة، ومجموع الأعداد الخمسة يساويها."),
    ATTACK_DAYS(
            "From the known attack days to those plus the possible ones, but no more of these than there are incidents"
                    + " that cause them.",
            "من أيام الهجوم المعروفة إلى هذه الأيام مع الأيام المحتملة، بما لا يزيد على عدد الحوادث المسببة لها."),
    STREAK(
            "Days of one status in a row. Unreported and pending days neither count nor break it; unreported ones are"
                    + " shown.",
            "أيام متتالية بالحالة نفسها. الأيام بلا تقارير والأيام قيد الانتظار لا تُحسب ولا تقطعها، وتُعرض الأيام بلا تقارير."),
    RATE_7D(
            "Incidents that began on the last seven complete days, not discounted, divided by the days covered by a"
                    + " report; empty when none is covered.",
            "الحوادث غير المستبعدة التي بدأت في آخر سبعة أيام كاملة مقسومة على الأيام المشمولة بتقرير؛ فارغ إذا لم يوجد"
                    + " يوم مشمول."),
    CASUALTIES(
            "Sums of the bounds that distinct incidents state. Discounted incidents are left out, contested ones are apart."
                    + " A figure nobody states is missing, not zero.",
            "مجاميع الحدود التي تذكرها الحوادث، كل حادث مرة واحدة. الحوادث المستبعدة غير داخلة، والمتنازع عليها منفصلة."
                    + " الرقم الذي لم يذكره أحد مفقود وليس صفرًا."),
    INCIDENTS(
            "Published incidents by the day they began, each counted once, duplicates and discounted ones left out,"
                    + " contested ones included. A sub-type is also shown under its wider type.",
            "الحوادث المنشورة حسب يوم بدايتها، كل حادث مرة واحدة، دون المكرر والمستبعد ومع المتنازع عليه. النوع الفرعي يظهر"
                    + " أيضًا ضمن نوعه الأعم."),
    SHARES(
            "Parts of all published incidents of the ledger, discounted ones included.",
            "أجزاء من جميع الحوادث المنشورة في السجل، بما فيها المستبعدة."),
    COVERAGE(
            "A day is covered when at least one source reported on the whole of it, or reported that nothing happened."
                    + " Reports on part of it do not cover it.",
            "يكون اليوم مشمولًا إذا أبلغ مصدر واحد على الأقل عن اليوم كله أو أبلغ بعدم وقوع شيء. التقارير الجزئية لا تكفي."),
    PARTIAL_BUCKET(
            "A week or month of which the ledger holds only some days.", "أسبوع أو شهر لا يشمل السجل إلا بعض أيامه.");

    private final BilingualText text;

    Definition(String en, String ar) {
        this.text = new BilingualText(en, ar);
    }

    /** A word and its meaning, as it is served. */
    record DefinitionView(Definition term, BilingualText meaning) {}

    static List<DefinitionView> of(Definition... terms) {
        return Arrays.stream(terms)
                .map(term -> new DefinitionView(term, term.text))
                .toList();
    }
}
