package org.humdash.vocabulary.estimate;

import static java.util.Map.entry;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.humdash.vocabulary.text.Folding;

/** The words in which estimates are published. */
final class EstimateWords {

    /** Orders of magnitude from 10^1 on; the position is the exponent less one. */
    static final List<String> ENGLISH_ORDERS = List.of(
            "tens",
            "hundreds",
            "thousands",
            "tens of thousands",
            "hundreds of thousands",
            "millions",
            "tens of millions",
            "hundreds of millions",
            "billions",
            "tens of billions",
            "hundreds of billions",
            "trillions",
            "tens of trillions",
            "hundreds of trillions");

    static final List<String> ARABIC_ORDERS = List.of(
            "عشرات",
            "مئات",
            "آلاف",
            "عشرات الآلاف",
            "مئات الآلاف",
            "ملايين",
            "عشرات الملايين",
            "مئات الملايين",
            "مليارات",
            "عشرات المليارات",
            "مئات المليارات",
            "تريليونات",
            "عشرات التريليونات",
            "مئات التريليونات");

    /** A qualifying phrase, folded for comparing. */
    record Phrase(String words, Qualifier qualifier) {}

    /** Before the number; longer phrases first, so that "no more than" is not taken for a part of itself. */
    static final List<Phrase> BEFORE = Stream.of(
                    phrases(Qualifier.AT_LEAST, ">=", "≥", "⩾", "at least", "no fewer than", "no less than"),
                    phrases(Qualifier.AT_LEAST, "not fewer than", "not less than", "a minimum of"),
                    phrases(Qualifier.AT_LEAST, "ما لا يقل عن", "لا يقل عن", "على الأقل"),
                    phrases(Qualifier.MORE_THAN, ">", "more than", "over", "above", "upwards of"),
                    phrases(Qualifier.MORE_THAN, "أكثر من", "ما يزيد على", "ما يزيد عن"),
                    phrases(Qualifier.AT_MOST, "<=", "≤", "⩽", "at most", "no more than", "not more than", "up to"),
                    phrases(Qualifier.AT_MOST, "a maximum of", "ما لا يزيد عن", "ما لا يزيد على", "على الأكثر"),
                    phrases(Qualifier.FEWER_THAN, "<", "fewer than", "less than", "under", "below", "أقل من"),
                    phrases(Qualifier.APPROXIMATELY, "≈", "~", "about", "around", "approximately", "approx."),
                    phrases(Qualifier.APPROXIMATELY, "nearly", "almost", "roughly", "some", "an estimated"),
                    phrases(Qualifier.APPROXIMATELY, "نحو", "حوالي", "قرابة", "زهاء", "ما يقرب من"))
            .flatMap(List::stream)
            .sorted(Comparator.comparing((Phrase phrase) -> phrase.words().length())
                    .reversed())
            .toList();

    /** After the number. */
    static final List<Phrase> AFTER = Stream.of(
                    phrases(Qualifier.AT_LEAST, "or more", "على الأقل"),
                    phrases(Qualifier.AT_MOST, "or fewer", "or less", "على الأكثر"))
            .flatMap(List::stream)
            .toList();

    /** Words that multiply the number before them, with their powers of ten. */
    static final Map<String, Integer> SCALES = Map.ofEntries(
            entry("thousand", 3),
            entry("million", 6),
            entry("billion", 9),
            entry(Folding.fold("ألف"), 3),
            entry(Folding.fold("آلاف"), 3),
            entry(Folding.fold("مليون"), 6),
            entry(Folding.fold("ملايين"), 6),
            entry(Folding.fold("مليار"), 9));

    private static final Map<String, Integer> EXPONENTS = IntStream.range(0, ENGLISH_ORDERS.size())
            .boxed()
            .flatMap(i -> Stream.of(ENGLISH_ORDERS.get(i), ARABIC_ORDERS.get(i))
                    .map(words -> entry(Folding.fold(words), i + 1)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private EstimateWords() {}

    /** The power of ten that a folded order of magnitude names; empty for other words. */
    static Optional<Integer> exponentOf(String folded) {
        return Optional.ofNullable(EXPONENTS.get(folded));
    }

    private static List<Phrase> phrases(Qualifier qualifier, String... words) {
        return Stream.of(words)
                .map(word -> new Phrase(Folding.fold(word), qualifier))
                .toList();
    }
}
