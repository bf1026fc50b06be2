package org.humdash.vocabulary.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The conversions a kind of table knows, by name: those common to all and its own. */
public final class Conversions {

    private final Map<String, Conversion> byName = new HashMap<>();

    private Conversions(Collection<? extends Conversion> conversions) {
        conversions.forEach(conversion -> byName.put(conversion.name(), conversion));
    }

    /** The common ones and others beside them. */
    public static Conversions commonAnd(Conversion... others) {
        List<Conversion> all = new ArrayList<>(List.of(CommonConversion.values()));
        all.addAll(List.of(others));
        return new Conversions(all);
    }

    public Optional<Conversion> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Names in a mapping that are no conversion's. */
    public List<String> unknownIn(TableMapping mapping) {
        TreeSet<String> names = new TreeSet<>();
        mapping.allFields().forEach(field -> names.add(field.conversion()));
        names.removeAll(byName.keySet());
        return List.copyOf(names);
    }
}
