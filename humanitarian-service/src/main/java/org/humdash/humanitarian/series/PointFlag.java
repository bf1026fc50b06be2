package org.humdash.humanitarian.series;

import org.humdash.vocabulary.text.BilingualText;

/** What a reader has to know of a point before using it. */
enum PointFlag {
    REVISED_DOWN("A cumulative figure is lower than the one before it", "رقم تراكمي أقل من الرقم السابق له"),
    METHOD_CHANGED(
            "From this point on another version of the definition is followed",
            "ابتداءً من هذه النقطة يُتبع إصدار آخر من التعريف"),
    PART_OF_LATER(
            "Some of these days are in a figure of a longer period that ends later; it is shown there and is not divided",
            "بعض هذه الأيام مشمول في رقم عن فترة أطول تنتهي لاحقًا؛ وهو معروض هناك ولا يُقسَّم"),
    SPANS_FROM_BEFORE(
            "It contains a figure whose period begins before these days", "يتضمن رقمًا تبدأ فترته قبل هذه الأيام"),
    OVERLAPPING(
            "Periods of figures overlap; of those the longer ones are left out, or it overlaps an earlier point",
            "تتداخل فترات الأرقام؛ وتُستبعد الأطول منها، أو تتداخل مع نقطة سابقة"),
    NOT_AGGREGATED("There are several figures that cannot be put together", "هناك عدة أرقام لا يمكن جمعها معًا"),
    UNREPORTED(
            "On some of these days the source did not report, which is known and is not zero",
            "في بعض هذه الأيام لم يصدر المصدر تقريرًا، وهذا معلوم وليس صفرًا");

    private final BilingualText text;

    PointFlag(String en, String ar) {
        this.text = new BilingualText(en, ar);
    }

    BilingualText text() {
        return text;
    }
}
