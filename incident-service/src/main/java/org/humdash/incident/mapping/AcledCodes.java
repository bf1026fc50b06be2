package org.humdash.incident.mapping;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.humdash.incident.violation.ViolationType;
import org.humdash.vocabulary.mapping.Cells;
import org.humdash.vocabulary.mapping.Codes;
import org.humdash.vocabulary.mapping.Unreadable;
import org.humdash.vocabulary.provider.ProviderDate;

/** What ACLED's codes mean here, in numbers or in words, after its codebook and our table of types. */
final class AcledCodes {

    private static final int WEEK = 2;
    private static final int MONTH = 3;
    private static final int DAYS_AROUND = 3;

    private static final Pattern NUMBER = Pattern.compile("\\b([1-9])\\b");

    /** Codes of inter1: rebel groups, political militias, identity militias. */
    private static final Set<String> NON_STATE = Set.of("2", "3", "4");

    private static final Map<String, Integer> TIME_WORDS =
            Map.of("day", 1, "exact", 1, "exact date", 1, "week", WEEK, "part of week", WEEK, "month", MONTH);
    private static final Map<String, Integer> GEO_WORDS = Map.of(
            "exact",
            1,
            "exact location",
            1,
            "town",
            1,
            "near",
            2,
            "part of region",
            2,
            "region",
            3,
            "vague",
            3,
            "admin",
            3);

    private AcledCodes() {}

    static String type(Cells cells) {
        if (cells.get(0) == null && cells.get(1) == null) {
            return null;
        }
        return type(
                Codes.words(cells.get(0)),
                Codes.words(cells.get(1)),
                isNonState(cells.get(2), cells.get(3)),
                Codes.words(cells.get(4)));
    }

    /** @param event and sub in the words of {@link Codes#words} */
    static String type(String event, String sub, boolean isNonState, String tags) {
        return switch (sub) {
            case "air drone strike", "air strike", "airstrike", "drone strike" -> ViolationType.AIR_STRIKE.name();
            case "shelling artillery missile attack" ->
                (isNonState ? ViolationType.PROJECTILE_LAUNCH : ViolationType.ARTILLERY_SHELLING).name();
            case "attack" -> ViolationType.CIVILIAN_SHOOTING.name();
            case "arrests", "abduction forced disappearance" -> ViolationType.ARREST.name();
            case "looting property destruction" -> ViolationType.DEMOLITION.name();
            case "armed clash", "government regains territory", "non state actor overtakes territory" ->
                ViolationType.GROUND_INCURSION.name();
            case "chemical weapon", "suicide bomb", "remote explosive landmine ied", "grenade" ->
                ViolationType.BOMBARDMENT.name();
            default -> byEvent(event, sub, tags).name();
        };
    }

    /** The day that stands for a week is its middle; a month is known as such. */
    static String span(Cells cells, boolean first) {
        ProviderDate date = cells.date(0);
        if (date == null) {
            return null;
        }
        LocalDate from = date.from();
        LocalDate to = date.to();
        int precision = timePrecision(cells.get(1));
        if (precision == WEEK && from.equals(to)) {
            to = from.plusDays(DAYS_AROUND);
            from = from.minusDays(DAYS_AROUND);
        } else if (precision == MONTH && from.equals(to)) {
            YearMonth month = YearMonth.from(from);
            from = month.atDay(1);
            to = month.atEndOfMonth();
        }
        return (first ? from : to).toString();
    }

    static String datePrecision(Cells cells) {
        ProviderDate date = cells.date(0);
        if (date == null) {
            return null;
        }
        int stated = Map.of(1, 1, WEEK, 3, MONTH, 4).get(timePrecision(cells.get(1)));
        return String.valueOf(Math.max(stated, date.precision()));
    }

    static String geoPrecision(String value) {
        if (value == null) {
            return null;
        }
        return switch (code(value, GEO_WORDS, "geo_precision")) {
            case 1 -> "1";
            case 2 -> "2";
            default -> "5";
        };
    }

    private static ViolationType byEvent(String event, String sub, String tags) {
        if (event.startsWith("battle")) {
            return ViolationType.GROUND_INCURSION;
        }
        if (event.startsWith("explosion") || event.startsWith("remote violence")) {
            return ViolationType.BOMBARDMENT;
        }
        if (event.startsWith("strategic development") && sub.equals("other")) {
            return tags.contains("aid ") || tags.endsWith("aid") || tags.contains("humanitarian")
                    ? ViolationType.AID_OBSTRUCTION
                    : ViolationType.GROUND_INCURSION;
        }
        return ViolationType.OTHER;
    }

    /**
     * By the code or the words of inter1. Without it, by the name: ACLED calls forces of a state "Military Forces of",
     * "Police Forces of" or "Government of" that state.
     */
    private static boolean isNonState(String inter, String actor) {
        if (inter != null) {
            String words = Codes.words(inter);
            return NON_STATE.contains(words.replaceFirst(" 0$", ""))
                    || words.startsWith("rebel")
                    || words.startsWith("political militia")
                    || words.startsWith("identity militia");
        }
        String words = Codes.words(actor);
        return !words.isEmpty()
                && !words.startsWith("military forces of")
                && !words.startsWith("police forces of")
                && !words.startsWith("government of")
                && !words.startsWith("unidentified");
    }

    private static int timePrecision(String value) {
        return value == null ? 1 : code(value, TIME_WORDS, "time_precision");
    }

    /** A number alone or among words, or else the words. */
    private static int code(String value, Map<String, Integer> words, String name) {
        Matcher number = NUMBER.matcher(Codes.words(value));
        Integer code = number.find() ? (Integer) Integer.parseInt(number.group(1)) : words.get(Codes.words(value));
        if (code == null || code > MONTH) {
            throw Unreadable.because("UNKNOWN_CODE", "A " + name + " is 1, 2 or 3");
        }
        return code;
    }
}
