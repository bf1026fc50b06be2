package org.humdash.vocabulary.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.humdash.vocabulary.place.Area;
import org.humdash.vocabulary.place.Gazetteer;
import org.humdash.vocabulary.place.Pcode;

/** P-codes of what providers call areas. What is not known is left empty. A file says the same names again and again. */
public final class AreaLookup {

    private static final int MOST_REMEMBERED = 10_000;
    private static final Pattern KIND_OF_AREA =
            Pattern.compile("\\s+(governorate|district|province|territory|region)$", Pattern.CASE_INSENSITIVE);

    private final Gazetteer gazetteer;
    private final Map<String, Optional<Area>> remembered = new HashMap<>();

    public AreaLookup(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** Of level 1, by its own name or by that of an area of level 2 in it. */
    public String adm1(List<String> values) {
        Pcode pcode = at(values, 1);
        if (pcode == null) {
            pcode = Optional.ofNullable(at(values, 2)).flatMap(Pcode::parent).orElse(null);
        }
        return pcode == null ? null : pcode.value();
    }

    /** Of level 2, but not one outside the area of level 1 that is named beside it. */
    public String adm2(List<String> values) {
        Pcode around = at(values, 1);
        Pcode pcode = at(values, 2);
        boolean isInside = pcode != null
                && (around == null || pcode.parent().filter(around::equals).isPresent());
        return isInside ? pcode.value() : null;
    }

    /** Of any level; what is not known as it is. Null for nothing. */
    public String any(String value) {
        return value == null
                ? null
                : find(value).map(area -> area.pcode().value()).orElse(value);
    }

    /** Whether it is, or names, an area of level 1 or the country, which says nothing about level 2. */
    boolean isWider(String value) {
        return find(value).filter(area -> area.level() < 2).isPresent();
    }

    private Pcode at(List<String> values, int level) {
        return values.stream()
                .filter(Objects::nonNull)
                .map(this::find)
                .flatMap(Optional::stream)
                .filter(area -> area.level() == level)
                .map(Area::pcode)
                .findFirst()
                .orElse(null);
    }

    private Optional<Area> find(String value) {
        Optional<Area> known = remembered.get(value);
        if (known == null) {
            known = gazetteer
                    .find(value)
                    .or(() -> gazetteer.resolve(value))
                    .or(() -> gazetteer.resolve(KIND_OF_AREA.matcher(value).replaceFirst("")));
            if (remembered.size() < MOST_REMEMBERED) {
                remembered.put(value, known);
            }
        }
        return known;
    }
}
