package org.humdash.humanitarian.mapping;

import java.util.Set;
import org.humdash.vocabulary.mapping.Cells;
import org.humdash.vocabulary.mapping.Codes;

/** Rows of HDX HAPI by sector, category and status, or by gender and age: those of them that are totals. */
final class HapiNeeds {

    private static final Set<String> ALL_SECTORS = Set.of("intersectoral", "all");
    private static final Set<String> ALL_PEOPLE = Set.of("", "total", "all");

    private HapiNeeds() {}

    /** Of rows by gender and age the one that is about neither. */
    static String everybody(Cells cells) {
        boolean isTotal =
                ALL_PEOPLE.contains(Codes.words(cells.get(1))) && ALL_PEOPLE.contains(Codes.words(cells.get(2)));
        return isTotal ? Codes.figure(cells.get(0)) : null;
    }

    /** @param status INN for people in need, TGT targeted, REA reached */
    static String total(Cells cells, String status) {
        boolean isTotal = status.equalsIgnoreCase(cells.get(1))
                && ALL_SECTORS.contains(Codes.words(cells.get(2)))
                && ALL_PEOPLE.contains(Codes.words(cells.get(3)));
        return isTotal ? Codes.figure(cells.get(0)) : null;
    }
}
