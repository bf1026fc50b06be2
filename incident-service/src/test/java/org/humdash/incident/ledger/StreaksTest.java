package org.humdash.incident.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.humdash.incident.coverage.DayCoverage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days are told by letters: Attack, Possible, penDing, Quiet, No report; the first is 1 December 2025. */
class StreaksTest {

    private static List<LedgerDay> days(String letters) {
        List<LedgerDay> days = new ArrayList<>();
        for (int i = 0; i < letters.length(); i++) {
            DayStatus status = switch (letters.charAt(i)) {
                case 'A' -> DayStatus.ATTACK;
                case 'P' -> DayStatus.POSSIBLE;
                case 'D' -> DayStatus.PENDING;
                case 'Q' -> DayStatus.QUIET;
                default -> DayStatus.NO_REPORT;
            };
            days.add(new LedgerDay(LocalDate.of(2025, 12, 1).plusDays(i), status, 0, 0, DayCoverage.NONE));
        }
        return days;
    }

    private static String shown(Streak streak) {
        return streak.days() == 0
                ? "none"
                : streak.days() + "+" + streak.unreported() + " "
                        + streak.from().getDayOfMonth() + "-" + streak.to().getDayOfMonth();
    }

    @ParameterizedTest(name = "{0}: current {1}, longest {2}")
    @CsvSource({
        "QQQ,       3+0 1-3,  3+0 1-3",
        "QQQNN,     3+2 1-3,  3+2 1-3",
        "QNQNQ,     3+2 1-5,  3+2 1-5",
        "NNQQ,      2+0 3-4,  2+0 3-4",
        "QQQD,      3+0 1-3,  3+0 1-3",
        "QQAQ,      1+0 4-4,  2+0 1-2",
        "QQPQ,      1+0 4-4,  2+0 1-2",
        "QQNAQQ,    2+0 5-6,  2+1 1-2",
        "QQQA,      none,     3+0 1-3",
        "QQANAQN,   1+1 6-6,  2+0 1-2",
        "NNN,       none,     none",
        "AAA,       none,     none"
    })
    void quietDaysRunOnThroughUnreportedOnesAndStopAtAnyOther(String letters, String current, String longest) {
        Streaks streaks = Streaks.of(DayStatus.QUIET, days(letters));
        assertEquals(current, shown(streaks.current()));
        assertEquals(longest, shown(streaks.longest()));
    }

    @ParameterizedTest(name = "{0}: current {1}, longest {2}")
    @CsvSource({
        "AAA,       3+0 1-3,  3+0 1-3",
        "ANNA,      2+2 1-4,  2+2 1-4",
        "AAQA,      1+0 4-4,  2+0 1-2",
        "AAPAAA,    3+0 4-6,  3+0 4-6",
        "AAQ,       none,     2+0 1-2",
        "QND,       none,     none"
    })
    void attackDaysRunOnInTheSameWay(String letters, String current, String longest) {
        Streaks streaks = Streaks.of(DayStatus.ATTACK, days(letters));
        assertEquals(current, shown(streaks.current()));
        assertEquals(longest, shown(streaks.longest()));
    }
}
