package org.humdash.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.humdash.gateway.page.MapDrawing.Symbol;
import org.humdash.gateway.page.MapView.DrawingView;
import org.humdash.gateway.page.MapView.RowView;
import org.humdash.vocabulary.place.Area;
import org.humdash.vocabulary.place.Gazetteer;

/** Words how many incidents are documented where, as finely as the API tells anybody. */
final class Places {

    private static final int GOVERNORATE = 2;

    private final Gazetteer gazetteer = Gazetteer.palestine();
    private final Words words;

    Places(Words words) {
        this.words = words;
    }

    /** @param area null where the API does not know it */
    private record Cell(String area, Phrase name, long incidents, Long contested) {}

    /**
     * @param data {@code GET /api/v1/ceasefires/{code}/ledger/counts?by=area}: one bucket of all days
     * @param link where the API has it
     * @return empty if it does not say how many incidents there are
     */
    Optional<MapView> of(JsonNode data, Area area, String link) {
        JsonNode bucket = data.path("items").path(0);
        String period = words.period(bucket.path("from"), bucket.path("to"));
        if (period == null || !bucket.path("incidents").isIntegralNumber()) {
            return Optional.empty();
        }
        long total = bucket.path("incidents").asLong();
        String lead = words.say("page.map.lead", Map.of("period", period));
        if (total == 0) {
            return Optional.of(new MapView(lead, words.say("page.map.none"), null, null, null, List.of(), null, link));
        }
        Map<String, Cell> cells = cells(bucket.path("cells"));
        List<Area> governorates = governorates(area);
        List<Symbol> symbols = symbols(governorates, cells);
        boolean nowhere = symbols.stream().allMatch(symbol -> symbol.number() == 0);
        DrawingView drawing = nowhere || symbols.size() < 2 ? null : new MapDrawing(words).of(symbols);
        return Optional.of(new MapView(
                lead,
                null,
                drawing != null ? null : words.say(nowhere ? "page.map.nowhere" : "page.map.one"),
                drawing,
                drawing == null ? null : how(symbols),
                rows(governorates, cells),
                new RowView(
                        new Phrase(words.say("page.map.total"), words.lang()),
                        words.number(total),
                        contested(longOf(bucket.path("contested")))),
                link));
    }

    private List<Area> governorates(Area area) {
        return gazetteer.withDescendants(area.pcode()).stream()
                .map(pcode -> gazetteer.find(pcode.value()).orElseThrow())
                .filter(within -> within.level() == GOVERNORATE && within.centroid() != null)
                .sorted((one, other) ->
                        one.pcode().value().compareTo(other.pcode().value()))
                .toList();
    }

    private Map<String, Cell> cells(JsonNode nodes) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (JsonNode node : nodes) {
            Long incidents = longOf(node.path("incidents"));
            if (incidents != null && incidents > 0) {
                String code = Words.text(node.path("area"));
                cells.put(
                        code,
                        new Cell(code, words.phrase(node.path("areaName")), incidents, longOf(node.path("contested"))));
            }
        }
        return cells;
    }

    private List<Symbol> symbols(List<Area> governorates, Map<String, Cell> cells) {
        return governorates.stream()
                .map(area -> {
                    Cell cell = cells.get(area.pcode().value());
                    return new Symbol(
                            words.phrase(area.name()).text(), area.centroid(), cell == null ? 0 : cell.incidents());
                })
                .toList();
    }

    private List<RowView> rows(List<Area> governorates, Map<String, Cell> cells) {
        List<RowView> rows = new ArrayList<>();
        Map<String, Cell> rest = new LinkedHashMap<>(cells);
        for (Area area : governorates) {
            Cell cell = rest.remove(area.pcode().value());
            rows.add(
                    cell == null
                            ? new RowView(words.phrase(area.name()), words.say("page.map.zero"), null)
                            : row(words.phrase(area.name()), cell));
        }
        rest.values().forEach(cell -> rows.add(row(name(cell), cell)));
        return rows;
    }

    private RowView row(Phrase name, Cell cell) {
        return new RowView(name, words.number(cell.incidents()), contested(cell.contested()));
    }

    /** Of a cell that is no governorate of the area. */
    private Phrase name(Cell cell) {
        if (cell.area() == null) {
            return new Phrase(words.say("page.map.unknown"), words.lang());
        }
        Optional<Area> known = gazetteer.find(cell.area());
        if (known.isPresent() && known.get().level() == GOVERNORATE) {
            return words.phrase(known.get().name());
        }
        String name = known.map(area -> words.phrase(area.name()).text())
                .orElse(cell.name() == null ? cell.area() : cell.name().text());
        return new Phrase(words.say("page.map.elsewhere", Map.of("area", name)), words.lang());
    }

    private String contested(Long number) {
        return number == null ? null : words.number(number);
    }

    private String how(List<Symbol> symbols) {
        return words.say(
                "page.map.how",
                Map.of("latitude", String.format(Locale.ROOT, "%.1f", MapDrawing.meanLatitude(symbols))));
    }

    private static Long longOf(JsonNode node) {
        return node.isIntegralNumber() ? node.asLong() : null;
    }
}
