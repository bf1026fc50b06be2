package org.humdash.vocabulary.place;

import java.util.List;
import org.humdash.vocabulary.text.BilingualText;

/**
 * An administrative area.
 *
 * @param level 0 country, 1 and 2 the levels below
 * @param parent null for a country
 * @param centroid null where none is recorded
 * @param iso3166 ISO 3166-1 or 3166-2 code; null where there is none
 * @param aliases other names and spellings in use, in any language
 */
public record Area(
        Pcode pcode,
        int level,
        BilingualText name,
        Pcode parent,
        Centroid centroid,
        String iso3166,
        List<String> aliases) {

    public Area {
        if (level != pcode.level()) {
            throw new IllegalArgumentException(pcode + " is not of level " + level);
        }
        if ((parent == null) != (level == 0)) {
            throw new IllegalArgumentException(pcode + ": every area but a country has a parent");
        }
        aliases = List.copyOf(aliases);
    }
}
