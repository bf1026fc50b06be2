package org.humdash.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.humdash.gateway.situation.PublicSituation;
import org.humdash.gateway.situation.Section;
import org.humdash.gateway.situation.SectionName;

/** The sections of a situation as parts of a page, with the words for what is not there, or not of now. */
final class Sections {

    private final PublicSituation situation;
    private final Words words;

    Sections(PublicSituation situation, Words words) {
        this.situation = situation;
        this.words = words;
    }

    /** Missing where there is none. */
    JsonNode data(SectionName name) {
        Section section = situation.sections().get(name);
        return section.data() == null ? MissingNode.getInstance() : section.data();
    }

    <T> PartView<T> part(SectionName name, Function<JsonNode, List<T>> items) {
        return new PartView<>(notice(situation.sections().get(name)), items.apply(data(name)));
    }

    /** The data, if there is any, as the only item. */
    PartView<JsonNode> whole(SectionName name) {
        return part(name, data -> data.isMissingNode() ? List.of() : List.of(data));
    }

    private String notice(Section section) {
        return switch (section.status()) {
            case AVAILABLE -> null;
            case UNAVAILABLE -> words.say("page.unavailable", Map.of("reason", section.reason()));
            case STALE ->
                words.say(
                        "page.stale",
                        Map.of(
                                "asOf", words.day(section.asOf()),
                                "instant", words.instant(section.knownAt()),
                                "age", age(section.ageSeconds()),
                                "reason", section.reason()));
        };
    }

    private String age(long seconds) {
        return words.counted("page.minutes", Duration.ofSeconds(seconds).toMinutes());
    }
}
