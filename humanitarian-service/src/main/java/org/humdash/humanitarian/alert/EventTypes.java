package org.humdash.humanitarian.alert;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.humdash.humanitarian.hazard.GlideNumber;
import org.humdash.humanitarian.hazard.HazardType;

/** Which kind of hazard an alert is about, as far as its own words say so. */
final class EventTypes {

    private static final Map<HazardType, Pattern> WORDS = new EnumMap<>(Map.of(
            HazardType.STORM,
            words("storms?|\\w+storms?|hurricanes?|cyclones?|typhoons?|tornado(es)?|gales?|high winds?|strong winds?"
                    + "|blizzards?|عاصفة|عواصف|إعصار|رياح شديدة"),
            HazardType.FLOOD,
            words("floods?|flooding|فيضان|فيضانات|سيول"),
            HazardType.COLD_WAVE,
            words("cold waves?|extreme cold|cold snap|frost|freeze|wind chill|موجة برد|موجة باردة|صقيع"),
            HazardType.HEAT_WAVE,
            words("heat ?waves?|extreme heat|excessive heat|موجة حر|موجة حارة"),
            HazardType.EARTHQUAKE,
            words("earthquakes?|زلزال|هزة أرضية"),
            HazardType.TSUNAMI,
            words("tsunamis?|تسونامي"),
            HazardType.VOLCANO,
            words("volcano(es)?|volcanic \\w+|بركان"),
            HazardType.DROUGHT,
            words("droughts?|جفاف"),
            HazardType.WILDFIRE,
            words("wild ?fires?|forest fires?|bush ?fires?|حرائق الغابات"),
            HazardType.LANDSLIDE,
            words("land ?slides?|mud ?slides?|انهيار أرضي|انزلاق أرضي")));

    private EventTypes() {}

    /**
     * By the GDACS type, else by the words of its events in English or Arabic, else by the GLIDE number. Null where
     * these say nothing of it, and where they say several kinds: which of them is meant is not for us to choose.
     */
    static HazardType of(AlertMessage message) {
        if (message.gdacs() != null) {
            return HazardType.ofGlide(message.gdacs().eventType());
        }
        Set<HazardType> named = EnumSet.noneOf(HazardType.class);
        message.infos().stream()
                .map(AlertInfo::event)
                .filter(event -> event != null)
                .forEach(event -> WORDS.forEach((type, words) -> {
                    if (words.matcher(event).find()) {
                        named.add(type);
                    }
                }));
        if (named.isEmpty()) {
            return GlideNumber.find(message.glide())
                    .map(glide -> HazardType.ofGlide(glide.hazard()))
                    .orElse(null);
        }
        return named.size() == 1 ? named.iterator().next() : null;
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])(" + alternatives + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
