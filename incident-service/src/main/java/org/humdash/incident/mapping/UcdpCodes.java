package org.humdash.incident.mapping;

import java.time.LocalDate;
import org.humdash.incident.violation.ViolationType;
import org.humdash.vocabulary.mapping.Cells;
import org.humdash.vocabulary.mapping.Codes;
import org.humdash.vocabulary.provider.ProviderDate;

/** What the codes of UCDP GED mean here, after its codebook. */
final class UcdpCodes {

    private UcdpCodes() {}

    static String type(String violence) {
        return isOneSided(violence) ? ViolationType.CIVILIAN_SHOOTING.name() : null;
    }

    static String perpetrator(String violence, String sideA) {
        return isOneSided(violence) ? sideA : null;
    }

    /** The scale is our own. Days that were given one by one are told more finely than the code says, or less. */
    static String datePrecision(Cells cells) {
        ProviderDate from = cells.date(1);
        ProviderDate to = cells.date(2);
        if (from == null) {
            return null;
        }
        LocalDate last = to == null ? from.to() : to.to();
        int spanned = last.isBefore(from.from()) ? 1 : ProviderDate.precision(from.from(), last);
        String code = Codes.precision(cells.get(0));
        return String.valueOf(code == null ? spanned : Math.max(spanned, Integer.parseInt(code)));
    }

    private static boolean isOneSided(String violence) {
        String words = Codes.words(violence);
        return words.equals("3") || words.equals("3 0") || words.startsWith("one sided");
    }
}
