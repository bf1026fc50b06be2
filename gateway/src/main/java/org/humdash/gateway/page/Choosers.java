package org.humdash.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.humdash.gateway.page.PageView.AreaOption;
import org.humdash.gateway.page.PageView.CeasefireOption;
import org.humdash.gateway.page.PageView.Chooser;
import org.humdash.gateway.situation.View;
import org.humdash.vocabulary.place.Gazetteer;

/** What else there is to look at. */
final class Choosers {

    private final Gazetteer gazetteer = Gazetteer.palestine();
    private final Words words;

    Choosers(Words words) {
        this.words = words;
    }

    /**
     * @param ceasefires the list of {@code GET /api/v1/ceasefires}; while there is none, only the one that is shown can be chosen
     * @param asked the parameters that were named
     */
    Chooser of(View view, JsonNode ceasefires, Map<String, String> asked) {
        return new Chooser(
                ceasefires(view, ceasefires),
                gazetteer.areas().stream()
                        .map(area -> new AreaOption(
                                area.pcode().value(), words.phrase(area.name()), area.equals(view.area())))
                        .toList(),
                asked.getOrDefault("asOf", ""),
                asked.getOrDefault("knownAt", ""));
    }

    private List<CeasefireOption> ceasefires(View view, JsonNode ceasefires) {
        List<CeasefireOption> options = new ArrayList<>();
        for (JsonNode ceasefire : ceasefires.path("items")) {
            String code = Words.text(ceasefire.path("code"));
            Phrase name = words.phrase(ceasefire.path("name"));
            if (code != null) {
                options.add(new CeasefireOption(
                        code, name == null ? new Phrase(code, null) : name, code.equals(view.ceasefire())));
            }
        }
        if (options.stream().noneMatch(CeasefireOption::chosen)) {
            options.addFirst(new CeasefireOption(view.ceasefire(), new Phrase(view.ceasefire(), null), true));
        }
        return options;
    }
}
