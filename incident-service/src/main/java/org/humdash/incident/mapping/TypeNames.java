package org.humdash.incident.mapping;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.humdash.incident.violation.ViolationType;
import org.humdash.vocabulary.mapping.Codes;

/** Our types of violations by what others call them. */
final class TypeNames {

    /** Words others use for one of our types and for nothing else. */
    private static final Map<String, ViolationType> WORDS = Map.ofEntries(
            Map.entry("airstrike", ViolationType.AIR_STRIKE),
            Map.entry("airstrikes", ViolationType.AIR_STRIKE),
            Map.entry("air strikes", ViolationType.AIR_STRIKE),
            Map.entry("shelling", ViolationType.ARTILLERY_SHELLING),
            Map.entry("bombing", ViolationType.BOMBARDMENT),
            Map.entry("incursion", ViolationType.GROUND_INCURSION),
            Map.entry("arrests", ViolationType.ARREST),
            Map.entry("detention", ViolationType.ARREST),
            Map.entry("demolitions", ViolationType.DEMOLITION),
            Map.entry("rocket fire", ViolationType.PROJECTILE_LAUNCH),
            Map.entry("rocket launch", ViolationType.PROJECTILE_LAUNCH));

    private TypeNames() {}

    static String type(String value) {
        if (value == null) {
            return null;
        }
        String words = Codes.words(value);
        Optional<ViolationType> own = Arrays.stream(ViolationType.values())
                .filter(type -> Codes.words(type.name()).equals(words)
                        || Codes.words(type.label().en()).equals(words)
                        || Codes.words(type.label().ar()).equals(words))
                .findFirst();
        return own.or(() -> Optional.ofNullable(WORDS.get(words)))
                .map(Enum::name)
                .orElseGet(() -> AcledCodes.type(words, words, false, ""));
    }
}
