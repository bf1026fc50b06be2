package org.humdash.vocabulary.estimate;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.humdash.vocabulary.estimate.EstimateFormatException.Reason;
import org.humdash.vocabulary.estimate.EstimateWords.Phrase;
import org.humdash.vocabulary.text.Folding;

/** The reading half of {@link EstimateText}. All patterns look at folded text. */
final class EstimateParser {

    private static final int LONGEST = 200;

    private static final Pattern NUMBER =
            Pattern.compile("(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?(?: ?(\\p{L}+))?(?: ?%)?");

    private static final Pattern DASH = Pattern.compile("[‐‑‒–—−]");
    private static final Pattern PERCENT = Pattern.compile("per ?cent|(?:ب|في )الما?يه");
    private static final Pattern TRAILING_PERCENT = Pattern.compile(" ?%$");

    /** Groups: lower, "less than" if the upper bound is excluded, upper. */
    private static final Pattern DASHED = Pattern.compile("(\\d[^-]*)-( ?<)? ?(\\d[^-]*)");

    private static final Pattern BETWEEN = Pattern.compile("between (.+) and (less than )?(.+)");
    private static final Pattern FROM_TO = Pattern.compile("(?:from )?(\\d.*) to (less than )?(\\d.*)");
    private static final Pattern ARABIC_BETWEEN = Pattern.compile("(?:ما )?بين (.+) و ?(اقل من )?(\\d.*)");
    private static final Pattern ARABIC_FROM_TO = Pattern.compile("من (.+) الي (اقل من )?(\\d.*)");

    private static final Pattern WITH_BEST = Pattern.compile("(.+) \\((?:best|الارجح) (.+)\\)");
    private static final Pattern NEGATIVE = Pattern.compile("-\\s?\\d.*");

    private EstimateParser() {}

    static Estimate parse(String text) {
        if (text == null || text.isBlank()) {
            throw unreadable("nothing was written");
        }
        if (text.length() > LONGEST) {
            throw unreadable("it is longer than " + LONGEST + " characters");
        }
        String folded = fold(text);
        if (NEGATIVE.matcher(folded).matches()) {
            throw new EstimateFormatException(Reason.NEGATIVE, "An estimate is never below zero");
        }
        Matcher withBest = WITH_BEST.matcher(folded);
        return withBest.matches() ? withBest(parseOne(withBest.group(1)), number(withBest.group(2))) : parseOne(folded);
    }

    private static String fold(String text) {
        String folded = Folding.fold(text)
                .replace('٬', ',')
                .replace('،', ',')
                .replace('٫', '.')
                .replace('٪', '%');
        return PERCENT.matcher(DASH.matcher(folded).replaceAll("-")).replaceAll("%");
    }

    private static Estimate withBest(Estimate bounds, BigDecimal best) {
        if (bounds.qualifier() != Qualifier.RANGE
                && bounds.qualifier() != Qualifier.ORDER
                && bounds.qualifier() != Qualifier.AT_LEAST) {
            throw unreadable("a best value goes with a range or a lower bound only");
        }
        Qualifier qualifier = bounds.qualifier() == Qualifier.ORDER ? Qualifier.RANGE : bounds.qualifier();
        return new Estimate(bounds.lower(), true, best, bounds.upper(), bounds.upperInclusive(), qualifier);
    }

    private static Estimate parseOne(String folded) {
        Optional<Integer> exponent =
                EstimateWords.exponentOf(TRAILING_PERCENT.matcher(folded).replaceFirst(""));
        if (exponent.isPresent()) {
            return Estimate.order(exponent.get());
        }
        for (Pattern form : new Pattern[] {BETWEEN, FROM_TO, ARABIC_BETWEEN, ARABIC_FROM_TO, DASHED}) {
            Matcher range = form.matcher(folded);
            if (range.matches()) {
                return range(range, form == DASHED);
            }
        }
        for (Phrase phrase : EstimateWords.BEFORE) {
            if (folded.startsWith(phrase.words())) {
                return qualified(
                        phrase.qualifier(),
                        folded.substring(phrase.words().length()).strip());
            }
        }
        for (Phrase phrase : EstimateWords.AFTER) {
            if (folded.endsWith(" " + phrase.words())) {
                return qualified(
                        phrase.qualifier(),
                        folded.substring(0, folded.length() - phrase.words().length())
                                .strip());
            }
        }
        return Estimate.exact(number(folded));
    }

    private static Estimate range(Matcher range, boolean mayBeOrder) {
        String lowerText = range.group(1).strip();
        String upperText = range.group(3).strip();
        if (hasScale(upperText) && !hasScale(lowerText)) {
            throw unreadable("write both numbers of a range in full");
        }
        BigDecimal lower = number(lowerText);
        BigDecimal upper = number(upperText);
        boolean isUpperIncluded = range.group(2) == null;
        Qualifier qualifier = mayBeOrder && isUpperIncluded && EstimateRules.isOrder(lower, upper)
                ? Qualifier.ORDER
                : Qualifier.RANGE;
        return new Estimate(lower, true, null, upper, isUpperIncluded, qualifier);
    }

    private static Estimate qualified(Qualifier qualifier, String numberText) {
        BigDecimal n = number(numberText);
        return switch (qualifier) {
            case AT_LEAST -> Estimate.atLeast(n);
            case MORE_THAN -> Estimate.moreThan(n);
            case AT_MOST -> Estimate.atMost(n);
            case FEWER_THAN -> Estimate.fewerThan(n);
            case APPROXIMATELY -> Estimate.approximately(n);
            case EXACT, RANGE, ORDER -> throw new IllegalStateException(qualifier + " has no phrase");
        };
    }

    private static BigDecimal number(String folded) {
        Matcher matcher = NUMBER.matcher(folded);
        if (!matcher.matches()) {
            throw unreadable("there is no number, or something beside the number");
        }
        String fraction = matcher.group(2) == null ? "" : matcher.group(2);
        BigDecimal n = new BigDecimal(matcher.group(1).replace(",", "") + fraction);
        String scale = matcher.group(3);
        if (scale == null) {
            return n;
        }
        Integer power = EstimateWords.SCALES.get(scale);
        if (power == null) {
            throw unreadable("the word after the number is not part of it; a unit goes elsewhere");
        }
        return n.scaleByPowerOfTen(power);
    }

    private static boolean hasScale(String numberText) {
        return EstimateWords.SCALES.keySet().stream().anyMatch(numberText::contains);
    }

    private static EstimateFormatException unreadable(String why) {
        return new EstimateFormatException(
                Reason.NOT_AN_ESTIMATE,
                "Not an estimate: " + why
                        + ". Write it like 738, at least 738, more than 620, about 850,000, 40-50 or hundreds of thousands");
    }
}
