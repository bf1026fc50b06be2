package org.humdash.humanitarian.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.humdash.vocabulary.mapping.Cells;
import org.humdash.vocabulary.mapping.Codes;
import org.humdash.vocabulary.mapping.ColumnNames;
import org.humdash.vocabulary.mapping.CommonConversion;
import org.humdash.vocabulary.mapping.FieldsBuilder;
import org.humdash.vocabulary.mapping.Unreadable;
import org.humdash.vocabulary.place.Area;
import org.humdash.vocabulary.place.Gazetteer;
import org.humdash.vocabulary.place.Pcode;

/** Displacement events of IDMC: displacements in a period from one place or several. */
final class IdmcEvents {

    static final List<String> NOTES = List.of(
            "Figures whose role is triangulation are kept by IDMC for comparison and are not its own: they are passed over",
            "The area of a place is the first that is known of it and those around; of several, the finest that has all of them");

    private IdmcEvents() {}

    static boolean isOne(ColumnNames columns) {
        return columns.hasAll("displacement_type", "figure", "displacement_start_date", "displacement_end_date");
    }

    static void map(FieldsBuilder fields, FiguresBuilder figures) {
        fields.constant("originator", "IDMC")
                .first("reference", ObservationConversion.IDMC_KEY, "id")
                .first("area", ObservationConversion.IDMC_AREA, "locations_name")
                .first("valid_from", CommonConversion.FIRST_DAY, "displacement_start_date")
                .first("valid_to", CommonConversion.LAST_DAY, "displacement_end_date")
                .first("published_on", CommonConversion.FIRST_DAY, "created_at")
                .first("url", CommonConversion.URL, "link", "source_url")
                .first("note", CommonConversion.TEXT, "description");
        figures.places("FIGURE", "DISPLACEMENTS", ObservationConversion.IDMC_FIGURE, "figure", "qualifier", "role");
    }

    static String figure(Cells cells) {
        if (cells.get(0) == null || Codes.words(cells.get(2)).startsWith("triangulation")) {
            return null;
        }
        String number = Codes.figure(cells.get(0));
        return switch (Codes.words(cells.get(1))) {
            case "", "total", "exact" -> number;
            case "more than or equal to", "at least" -> "at least " + number;
            case "more than" -> "more than " + number;
            case "less than or equal to", "at most" -> "at most " + number;
            case "less than" -> "fewer than " + number;
            case "approximately", "about" -> "about " + number;
            default -> throw Unreadable.because("UNKNOWN_CODE", "The qualifier is none of those that are known");
        };
    }

    /** Places are separated by semicolons, and the areas around each, finest first, by commas. */
    static String area(Cells cells) {
        String names = cells.first();
        if (names == null) {
            return null;
        }
        List<Pcode> areas = new ArrayList<>();
        for (String place : names.split(";")) {
            Pcode area = named(place);
            if (area == null) {
                return names;
            }
            areas.add(area);
        }
        Pcode around = areas.getFirst();
        for (Pcode area : areas) {
            while (!area.value().startsWith(around.value())) {
                around = around.parent().orElseThrow();
            }
        }
        return around.value();
    }

    /**
     * The first that is known. Not the finest: "Gaza Strip, Deir al-Balah Governorate" is the whole Strip, in the
     * governorate where its middle happens to be.
     */
    private static Pcode named(String place) {
        return Stream.of(place.split(","))
                .flatMap(name -> Gazetteer.palestine().resolve(name.strip()).stream())
                .map(Area::pcode)
                .findFirst()
                .orElse(null);
    }
}
