package org.humdash.vocabulary.provider;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.humdash.vocabulary.text.Folding;

/** Months by name, in English and in Arabic, where the Levant and Egypt each have names of their own. */
final class MonthNames {

    private static final List<String> ENGLISH = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final List<String> LEVANT = List.of(
            "كانون الثاني",
            "شباط",
            "آذار",
            "نيسان",
            "أيار",
            "حزيران",
            "تموز",
            "آب",
            "أيلول",
            "تشرين الأول",
            "تشرين الثاني",
            "كانون الأول");
    private static final List<String> EGYPT = List.of(
            "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر",
            "ديسمبر");

    private static final Map<String, Integer> NUMBERS = numbers();

    private MonthNames() {}

    /** From 1, by the folded name or its first three letters in English; null for anything else. */
    static Integer number(String folded) {
        return NUMBERS.get(folded);
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < 12; i++) {
            numbers.put(ENGLISH.get(i), i + 1);
            numbers.put(ENGLISH.get(i).substring(0, 3), i + 1);
            numbers.put(Folding.fold(LEVANT.get(i)), i + 1);
            numbers.put(Folding.fold(EGYPT.get(i)), i + 1);
            numbers.put(Folding.fold(LEVANT.get(i) + " " + EGYPT.get(i)), i + 1);
        }
        numbers.put("sept", 9);
        return Map.copyOf(numbers);
    }
}
