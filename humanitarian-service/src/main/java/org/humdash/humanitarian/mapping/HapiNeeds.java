package org.humdash.humanitarian.mapping;

import java.util.Set;
import org.humdash.vocabulary.mapping.Cells;
import org.humdash.vocabulary.mapping.Codes;

/** The humanitarian needs of HDX HAPI: of its rows by sector, category and status those that are totals. */
final class HapiNeeds {

    private static final Set<String> ALL_SECTORS = Set.of("intersectoral", "all");
    private static final Set<String> ALL_PEOPLE = Set.of("", "total", "all");

    private HapiNeeds() {}

    /** @param status INN for people in need, TGT targeted, REA reached */
    static String total(Cells cells, String status) {
        boolean isTotal = status.equalsIgnoreCase(cells.get(1))
                && ALL_SECTORS.contains(Codes.words(cells.get(2)))
                && ALL_PEOPLE.contains(Codes.words(cells.get(3)));
        return isTotal ? Codes.figure(cells.get(0)) : null;
    }
}
