package org.humdash.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.humdash.gateway.page.ChangesView.CollectionView;
import org.humdash.gateway.page.ChangesView.FigureChangeView;
import org.humdash.gateway.page.ChangesView.GroupView;
import org.humdash.gateway.page.ChangesView.StateView;

/** Words what {@code GET /api/v1/situation/diff} answers. */
final class WhatChanged {

    /** Of each list. The others are counted, and are to be had from the API. */
    private static final int SHOWN = 20;

    private static final int FIGURES_SHOWN = 10;

    /** Of records, in the order of the page. */
    private static final List<String> COLLECTIONS = List.of("claims", "observations", "incidents", "hazards");

    private static final List<String> GROUPS = List.of("new", "revised", "retracted");

    private final Words words;
    private final NamedFigures names;
    private final ChangedRecords records;

    WhatChanged(Words words, NamedFigures names) {
        this.words = words;
        this.names = names;
        this.records = new ChangedRecords(words, names);
    }

    /** The first ones of the headline figures that are not what they were. */
    PartView<FigureChangeView> figures(JsonNode diff) {
        List<FigureChangeView> all = allFigures(diff);
        return new PartView<>(notice(diff.path("figures")), all.subList(0, Math.min(FIGURES_SHOWN, all.size())));
    }

    /** The others. */
    List<FigureChangeView> moreFigures(JsonNode diff) {
        List<FigureChangeView> all = allFigures(diff);
        return all.subList(Math.min(FIGURES_SHOWN, all.size()), all.size());
    }

    List<CollectionView> collections(JsonNode diff) {
        for (String label : List.of("claims", "observations")) {
            for (String group : GROUPS) {
                diff.path("changes").path(label).path(group).forEach(entry -> names.learnSource(entry.path("record")));
            }
        }
        return COLLECTIONS.stream()
                .map(label -> collection(label, diff.path("changes").path(label)))
                .toList();
    }

    private List<FigureChangeView> allFigures(JsonNode diff) {
        List<FigureChangeView> all = new ArrayList<>();
        for (JsonNode change : diff.path("figures").path("items")) {
            boolean counted = change.path("section").asText().equals("ledger");
            Phrase name = counted
                    ? new Phrase(words.say("page.days.documented"), words.lang())
                    : names.figure(change.path("figure"));
            StateView before = state(change.path("before"), counted);
            StateView after = state(change.path("after"), counted);
            if (name != null && (before != null || after != null)) {
                all.add(new FigureChangeView(name, before, after));
            }
        }
        return all;
    }

    /** @param counted whether it is of this system's own incidents, so that nobody else states it */
    private StateView state(JsonNode state, boolean counted) {
        Phrase value = words.phrase(state.path("estimate").path("text"));
        return value == null
                ? null
                : new StateView(
                        value,
                        counted ? null : names.source(state.path("originator")),
                        counted ? words.say("page.days.here") : null,
                        words.period(state.path("validFrom"), state.path("validTo")));
    }

    private CollectionView collection(String label, JsonNode changes) {
        List<GroupView> groups = new ArrayList<>();
        for (String group : GROUPS) {
            JsonNode entries = changes.path(group);
            if (!entries.isEmpty()) {
                groups.add(group(label, group, entries));
            }
        }
        return new CollectionView(
                words.say("page.changes.kind." + label),
                notice(changes),
                groups.isEmpty() ? null : counts(changes),
                changes.path("more").asBoolean(),
                groups);
    }

    private GroupView group(String label, String group, JsonNode entries) {
        List<ChangesView.EntryView> shown = new ArrayList<>();
        for (int i = 0; i < Math.min(SHOWN, entries.size()); i++) {
            shown.add(records.of(label, entries.get(i)));
        }
        return new GroupView(
                words.say("page.changes.group." + group),
                words.number(entries.size()),
                group.equals("retracted") ? words.say("page.changes.gone") : null,
                shown,
                entries.size() > SHOWN ? words.counted("page.changes.rest", entries.size() - SHOWN) : null);
    }

    private String counts(JsonNode changes) {
        return words.say(
                "page.changes.counts",
                Map.of(
                        "added", words.number(changes.path("new").size()),
                        "revised", words.number(changes.path("revised").size()),
                        "retracted", words.number(changes.path("retracted").size())));
    }

    private String notice(JsonNode part) {
        String reason = Words.text(part.path("reason"));
        return reason == null ? null : words.say("page.unavailable", Map.of("reason", reason));
    }
}
