package org.humdash.humanitarian.hazard;

import java.util.Map;

/** What kind of natural event a hazard is. */
public enum HazardType {
    STORM,
    FLOOD,
    COLD_WAVE,
    HEAT_WAVE,
    EARTHQUAKE,
    TSUNAMI,
    VOLCANO,
    DROUGHT,
    WILDFIRE,
    LANDSLIDE,
    OTHER;

    /** The hazards of GLIDE that are of one of the types above; those of several, such as avalanches, are left out. */
    private static final Map<String, HazardType> BY_GLIDE = Map.ofEntries(
            Map.entry("ST", STORM),
            Map.entry("TC", STORM),
            Map.entry("EC", STORM),
            Map.entry("TO", STORM),
            Map.entry("VW", STORM),
            Map.entry("FL", FLOOD),
            Map.entry("FF", FLOOD),
            Map.entry("CW", COLD_WAVE),
            Map.entry("HT", HEAT_WAVE),
            Map.entry("EQ", EARTHQUAKE),
            Map.entry("TS", TSUNAMI),
            Map.entry("VO", VOLCANO),
            Map.entry("DR", DROUGHT),
            Map.entry("WF", WILDFIRE),
            Map.entry("LS", LANDSLIDE),
            Map.entry("MS", LANDSLIDE));

    /**
     * The type that a hazard code of GLIDE stands for; GDACS uses the same codes for the events it knows. Null where the
     * code stands for none of the types, or for several.
     */
    public static HazardType ofGlide(String code) {
        return BY_GLIDE.get(code);
    }
}
