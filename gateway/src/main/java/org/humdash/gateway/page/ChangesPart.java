package org.humdash.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.humdash.gateway.diff.PublicDiff;
import org.humdash.gateway.diff.PublicDiffs;
import org.humdash.gateway.page.ChangesView.OfferView;
import org.humdash.gateway.page.ChangesView.ParameterView;
import org.humdash.gateway.situation.View;

/** Makes the part of the page that says what changed, or only offers it. */
@ApplicationScoped
class ChangesPart {

    private static final String SINCE = "since";

    /** Days back that are offered. */
    private static final List<Integer> OFFERED = List.of(7, 30);

    private final PublicDiffs diffs;
    private final PageLinks links;

    ChangesPart(PublicDiffs diffs, PageLinks links) {
        this.diffs = diffs;
        this.links = links;
    }

    ChangesView of(View view, Optional<PublicDiff> diff, Map<String, String> asked, NamedFigures names, Words words) {
        JsonNode answer = diff.map(PublicDiff::answer).orElse(MissingNode.getInstance());
        WhatChanged changed = new WhatChanged(words, names);
        String since = diff.map(of -> words.instant(of.since())).orElse(null);
        String named = asked.getOrDefault(SINCE, "");
        // Names of sources are learnt from the records, so these are worded first.
        List<ChangesView.CollectionView> collections = since == null ? List.of() : changed.collections(answer);
        return new ChangesView(
                since,
                named.isEmpty() ? null : named,
                named.contains("T") ? "" : named,
                kept(asked),
                offers(view, asked, words),
                diff.map(of -> links.diff(view, of.since())).orElse(null),
                since == null
                        ? null
                        : words.say(
                                "page.changes.between",
                                Map.of("since", since, "knownAt", words.instant(view.knownAt()))),
                changed.figures(answer),
                changed.moreFigures(answer),
                collections);
    }

    private List<OfferView> offers(View view, Map<String, String> asked, Words words) {
        List<OfferView> offers = new ArrayList<>();
        OFFERED.forEach(days -> offers.add(offer(view, days, asked, words)));
        if (asked.containsKey(SINCE)) {
            offers.add(new OfferView(words.say("page.changes.without"), links.withoutSince(asked, words.language())));
        }
        return offers;
    }

    private OfferView offer(View view, int days, Map<String, String> asked, Words words) {
        LocalDate day = diffs.daysBefore(view, days);
        return new OfferView(
                words.say(
                        "page.changes.offer",
                        Map.of("day", words.day(day), "days", words.counted("page.changes.last", days))),
                links.since(day, asked, words.language()));
    }

    private static List<ParameterView> kept(Map<String, String> asked) {
        return new TreeMap<>(asked)
                .entrySet().stream()
                        .filter(parameter -> !parameter.getKey().equals(SINCE)
                                && !parameter.getValue().isEmpty())
                        .map(parameter -> new ParameterView(parameter.getKey(), parameter.getValue()))
                        .toList();
    }
}
