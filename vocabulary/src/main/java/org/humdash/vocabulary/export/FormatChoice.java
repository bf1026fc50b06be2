package org.humdash.vocabulary.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.humdash.vocabulary.export.UnsupportedFormatException.Asked;

/**
 * Chooses a format by the word of {@code ?format=}, which wins, or else by the header {@code Accept} as RFC 9110 §12.5.1
 * has it: of the formats offered the one with the highest weight; among equals the one named more exactly, then earlier
 * in the header, then earlier on offer. Without either it is the first on offer.
 */
public final class FormatChoice {

    private static final int LONGEST_SHOWN = 40;
    private static final Pattern WEIGHT = Pattern.compile("0(\\.\\d{0,3})?|1(\\.0{0,3})?");

    private final List<ExportFormat> offered;

    /** @param offered the default first */
    public FormatChoice(List<ExportFormat> offered) {
        if (offered.isEmpty()) {
            throw new IllegalArgumentException("No format is offered");
        }
        this.offered = List.copyOf(offered);
    }

    /**
     * The format to answer in.
     *
     * @param word the value of {@code ?format=}, in capitals or not; null or blank if it is not given
     * @param accept the header Accept, several joined by commas; null or blank if it is not given. What in it cannot be
     *     read counts as not said
     * @throws UnsupportedFormatException listing the formats, for a word that is not offered or a header that none meets
     */
    public ExportFormat choose(String word, String accept) {
        if (word != null && !word.isBlank()) {
            return byWord(word.strip());
        }
        List<Range> ranges = accept == null ? List.of() : ranges(accept);
        return ranges.isEmpty() ? offered.getFirst() : byRanges(ranges);
    }

    private ExportFormat byWord(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return offered.stream()
                .filter(format -> format.word().equals(lower))
                .findFirst()
                .orElseThrow(() -> new UnsupportedFormatException(
                        Asked.BY_NAME, "\"" + shown(word) + "\" is not one of the formats " + words()));
    }

    private ExportFormat byRanges(List<Range> ranges) {
        Map<ExportFormat, Range> meant = new EnumMap<>(ExportFormat.class);
        for (ExportFormat format : offered) {
            // The most exact range decides, even if it says no.
            ranges.stream()
                    .filter(range -> range.includes(format))
                    .max(Comparator.comparingInt(Range::exactness))
                    .filter(range -> range.weight() > 0)
                    .ifPresent(range -> meant.put(format, range));
        }
        Optional<ExportFormat> best = offered.stream()
                .filter(meant::containsKey)
                .min(Comparator.comparing(
                        meant::get,
                        Comparator.comparingDouble(Range::weight)
                                .thenComparingInt(Range::exactness)
                                .reversed()
                                .thenComparingInt(Range::position)));
        return best.orElseThrow(() -> new UnsupportedFormatException(
                Asked.BY_ACCEPT,
                "None of the formats is acceptable; there are "
                        + offered.stream()
                                .map(format -> format.word() + " (" + format.essence() + ")")
                                .collect(Collectors.joining(", "))
                        + ", to be named by ?format= too"));
    }

    private String words() {
        return offered.stream().map(ExportFormat::word).collect(Collectors.joining(", "));
    }

    private static String shown(String word) {
        String printable = word.replaceAll("[^\\p{L}\\p{N}\\p{P}\\p{S} ]", "?");
        if (printable.length() <= LONGEST_SHOWN) {
            return printable;
        }
        // Half of a character is no text, and strict readers of JSON refuse an answer that has one.
        int end = Character.isHighSurrogate(printable.charAt(LONGEST_SHOWN - 1)) ? LONGEST_SHOWN - 1 : LONGEST_SHOWN;
        return printable.substring(0, end) + "…";
    }

    private static List<Range> ranges(String accept) {
        List<Range> ranges = new ArrayList<>();
        for (String element : accept.split(",")) {
            String[] parts = element.split(";");
            String[] types = parts[0].strip().toLowerCase(Locale.ROOT).split("/", -1);
            boolean isRange = types.length == 2 && !types[0].isEmpty() && !types[1].isEmpty();
            if (isRange && (!types[0].equals("*") || types[1].equals("*"))) {
                ranges.add(new Range(types[0], types[1], weight(parts), ranges.size()));
            }
        }
        return ranges;
    }

    private static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("q=")
                    && WEIGHT.matcher(parameter.substring(2)).matches()) {
                return Double.parseDouble(parameter.substring(2));
            }
        }
        return 1;
    }

    private record Range(String type, String subtype, double weight, int position) {

        boolean includes(ExportFormat format) {
            String essence = format.essence();
            return switch (exactness()) {
                case 0 -> true;
                case 1 -> essence.startsWith(type + "/");
                default -> essence.equals(type + "/" + subtype);
            };
        }

        int exactness() {
            if (type.equals("*")) {
                return 0;
            }
            return subtype.equals("*") ? 1 : 2;
        }
    }
}
