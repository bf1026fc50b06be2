package org.humdash.vocabulary.place;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.humdash.vocabulary.text.BilingualText;
import org.humdash.vocabulary.text.Folding;

/** The areas of one country, by P-code and by name. A name that is not known is never guessed at. */
public final class Gazetteer {

    private static final Pattern JOINERS = Pattern.compile("[\\p{Pd}'’‘ʿʾ`&.]+");

    private final Map<String, Area> byPcode;
    private final Map<String, Area> byName;

    private Gazetteer(Collection<Area> areas) {
        byPcode = new LinkedHashMap<>();
        byName = new HashMap<>();
        for (Area area : areas) {
            if (byPcode.putIfAbsent(area.pcode().value(), area) != null) {
                throw new IllegalArgumentException(area.pcode() + " is listed twice");
            }
            if (area.parent() != null && !byPcode.containsKey(area.parent().value())) {
                throw new IllegalArgumentException(area.pcode() + " is listed before its parent");
            }
            namesOf(area).distinct().forEach(name -> nameOnce(name, area));
        }
    }

    /**
     * The 18 areas of levels 1 and 2 of the State of Palestine below the country itself, after OCHA's common
     * operational data set on administrative boundaries (COD-AB); centroids are rounded to a thousandth of a degree.
     */
    public static Gazetteer palestine() {
        return Palestine.GAZETTEER;
    }

    /** Finds by exact P-code; empty for anything else, null included. */
    public Optional<Area> find(String pcode) {
        return pcode == null ? Optional.empty() : Optional.ofNullable(byPcode.get(pcode));
    }

    /**
     * Finds by name or alias in any language. Case, accents, Arabic letter variants, hyphens, apostrophes and spacing
     * do not matter. "Gaza" is the governorate; the whole is the "Gaza Strip".
     */
    public Optional<Area> resolve(String nameOrAlias) {
        return nameOrAlias == null ? Optional.empty() : Optional.ofNullable(byName.get(key(nameOrAlias)));
    }

    /** All areas, each after its parent. */
    public List<Area> areas() {
        return List.copyOf(byPcode.values());
    }

    /** The areas directly below; empty for the lowest level and for a code that is not listed. */
    public List<Area> children(Pcode parent) {
        return areas().stream().filter(area -> parent.equals(area.parent())).toList();
    }

    /** The area and everything below it; empty for a code that is not listed. */
    public Set<Pcode> withDescendants(Pcode top) {
        boolean isListed = byPcode.containsKey(top.value());
        return byPcode.values().stream()
                .map(Area::pcode)
                .filter(pcode -> isListed && pcode.value().startsWith(top.value()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private void nameOnce(String name, Area area) {
        Area other = byName.putIfAbsent(name, area);
        if (other != null) {
            throw new IllegalArgumentException("\"" + name + "\" names both " + other.pcode() + " and " + area.pcode());
        }
    }

    private static Stream<String> namesOf(Area area) {
        return Stream.concat(Stream.of(area.name().en(), area.name().ar()), area.aliases().stream())
                .map(Gazetteer::key);
    }

    private static String key(String name) {
        return Folding.fold(JOINERS.matcher(name).replaceAll(" "));
    }

    private static Gazetteer read(InputStream csv) {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(csv)) {
            return new Gazetteer(rows.stream().map(Gazetteer::area).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Area area(NamedCsvRecord row) {
        Pcode pcode = new Pcode(row.getField("pcode"));
        String iso3166 = row.getField("iso_3166");
        Centroid centroid = row.getField("lat").isEmpty()
                ? null
                : new Centroid(Double.parseDouble(row.getField("lat")), Double.parseDouble(row.getField("lon")));
        return new Area(
                pcode,
                pcode.level(),
                new BilingualText(row.getField("name_en"), row.getField("name_ar")),
                pcode.parent().orElse(null),
                centroid,
                iso3166.isEmpty() ? null : iso3166,
                List.of(row.getField("aliases").split(" \\| ")));
    }

    /** Read when first asked for. */
    private static final class Palestine {
        static final Gazetteer GAZETTEER = read(Gazetteer.class.getResourceAsStream("palestine.csv"));
    }
}
