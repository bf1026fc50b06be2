package org.humdash.gateway.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.humdash.gateway.language.Messages;
import org.humdash.gateway.page.MapView.CircleView;
import org.humdash.gateway.page.MapView.DrawingView;
import org.humdash.gateway.page.MapView.LabelView;
import org.humdash.gateway.page.MapView.RowView;
import org.humdash.vocabulary.place.Gazetteer;
import org.humdash.vocabulary.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {

    private static final String CELLS = """
            {"area": "PS0260", "areaName": {"en": "Gaza"}, "incidents": 1600, "contested": 2},
            {"area": "PS0265", "areaName": {"en": "Deir Al-Balah"}, "incidents": 400, "contested": 0},
            {"area": "PS0275", "areaName": {"en": "Rafah"}, "incidents": 1, "contested": 1},
            {"area": "PS02", "areaName": {"en": "Gaza Strip"}, "incidents": 3, "contested": 0},
            {"area": null, "areaName": null, "incidents": 2, "contested": 0}""";

    @Test
    void everyNumberOfTheApiIsInTheTable() throws Exception {
        MapView map = of(Language.EN, "PS02", 2006, CELLS).orElseThrow();

        assertEquals(
                List.of(
                        new RowView(new Phrase("North Gaza", "en"), "None documented", null),
                        new RowView(new Phrase("Gaza", "en"), "1,600", "2"),
                        new RowView(new Phrase("Deir Al-Balah", "en"), "400", "0"),
                        new RowView(new Phrase("Khan Younis", "en"), "None documented", null),
                        new RowView(new Phrase("Rafah", "en"), "1", "1"),
                        new RowView(new Phrase("Gaza Strip, governorate not known", "en"), "3", "0"),
                        new RowView(new Phrase("Place not known", "en"), "2", "0")),
                map.rows());
        assertEquals(new RowView(new Phrase("All, each counted once", "en"), "2,006", "3"), map.total());
        assertNull(map.none());
        assertNull(map.without());
        assertTrue(map.how().contains("equirectangular at 31.4° north"), map.how());
        assertTrue(
                map.lead().startsWith("Incidents documented in this system that began from 10 October 2025 to"),
                map.lead());
    }

    @Test
    void areasOfCirclesAreProportionalToNumbers() throws Exception {
        DrawingView drawing = of(Language.EN, "PS02", 2006, CELLS).orElseThrow().drawing();

        // The square root of a quarter is a half; one of 1,600 is a fortieth of the radius.
        assertEquals(
                List.of("30.0", "15.0", "0.8"),
                drawing.circles().stream().map(CircleView::radius).toList());
        assertEquals(2, drawing.crosses().size(), "North Gaza and Khan Younis");
        assertEquals(
                List.of("1,000 incidents", "200 incidents"),
                drawing.keyLabels().stream().map(LabelView::text).toList());
        assertEquals(
                List.of("23.7", "10.6"),
                drawing.key().stream().map(CircleView::radius).toList());
        assertEquals("start", drawing.anchor());
    }

    @Test
    void placesStandWhereTheGazetteerHasThem() throws Exception {
        DrawingView drawing = of(Language.EN, "PS02", 2006, CELLS).orElseThrow().drawing();

        // 31.547 to 31.282 is 0.265 degrees, 34.283 to 34.506 is 0.223, which at 31.4145 north is as long as 0.190.
        double scale = 170 / (0.223 * Math.cos(Math.toRadians(31.4145)));
        CircleView rafah = drawing.circles().getLast();
        CircleView gaza = drawing.circles().getFirst();
        assertEquals(36, Double.parseDouble(rafah.x()), 0.06);
        assertEquals(36 + 0.265 * scale, Double.parseDouble(rafah.y()), 0.06);
        assertEquals(36 + 0.162 * Math.cos(Math.toRadians(31.4145)) * scale, Double.parseDouble(gaza.x()), 0.06);
        assertEquals(36 + 0.061 * scale, Double.parseDouble(gaza.y()), 0.06);
        assertEquals("M6.0 ", drawing.bar().path().substring(0, 5));
        assertFalse(drawing.wide());
    }

    @Test
    void theWholeCountryIsAMapToMoveUnderANarrowWindow() throws Exception {
        DrawingView drawing = of(Language.EN, "PS", 2006, CELLS).orElseThrow().drawing();

        assertTrue(drawing.wide());
        assertEquals(16, drawing.labels().size());
    }

    @Test
    void arabicLabelsBeginAtTheirSymbolsToo() throws Exception {
        MapView map = of(Language.AR, "PS02", 2006, CELLS).orElseThrow();

        assertEquals("end", map.drawing().anchor());
        assertEquals("غزة: 1,600", map.drawing().labels().getFirst().text());
        assertEquals("قطاع غزة، المحافظة غير معروفة", map.rows().get(5).name().text());
    }

    @Test
    void whereNothingIsDocumentedNothingIsDrawn() throws Exception {
        MapView map = of(Language.EN, "PS02", 0, "").orElseThrow();

        assertEquals(
                "No incident is documented in this system for these days, so there is no map to draw. That is not to say"
                        + " that there was none.",
                map.none());
        assertNull(map.drawing());
        assertEquals(List.of(), map.rows());
    }

    @Test
    void withoutAKnownGovernorateThereIsATableAlone() throws Exception {
        MapView map =
                of(Language.EN, "PS02", 2, "{\"area\": null, \"incidents\": 2}").orElseThrow();

        assertNull(map.drawing());
        assertEquals("No map is drawn: of none of these incidents is a governorate known.", map.without());
        assertEquals(
                new RowView(new Phrase("Place not known", "en"), "2", null),
                map.rows().getLast());
    }

    @Test
    void oneGovernorateIsNoMap() throws Exception {
        MapView map = of(Language.EN, "PS0260", 7, "{\"area\": \"PS0260\", \"incidents\": 7}")
                .orElseThrow();

        assertNull(map.drawing());
        assertEquals("No map is drawn of a single governorate.", map.without());
        assertEquals(List.of(new RowView(new Phrase("Gaza", "en"), "7", null)), map.rows());
    }

    @Test
    void anAreaThatIsNotKnownIsNamedAsItCame() throws Exception {
        MapView map = of(Language.EN, "PS02", 5, "{\"area\": \"<X>\", \"incidents\": 5}")
                .orElseThrow();

        assertEquals("<X>, governorate not known", map.rows().getLast().name().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"items\": []}",
                "{\"items\": 5}",
                "{\"items\": [null]}",
                "{\"items\": [{\"from\": \"2025-10-10\", \"to\": \"2025-12-19\", \"incidents\": \"many\"}]}",
                "{\"items\": [{\"from\": null, \"to\": null, \"incidents\": 0}]}"
            })
    void withoutANumberThereIsNothing(String data) throws Exception {
        assertEquals(
                Optional.empty(),
                new Places(words(Language.EN))
                        .of(
                                new ObjectMapper().readTree(data),
                                Gazetteer.palestine().find("PS02").orElseThrow(),
                                "x"));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 2", "5, '5,1'", "9, '5,1'", "29, '20,5'", "99, '50,10'", "1600, '1000,200'"})
    void theKeyHasRoundNumbers(long most, String round) {
        assertEquals(
                round,
                String.join(
                        ",",
                        MapDrawing.round(most).stream().map(String::valueOf).toList()));
    }

    private static Optional<MapView> of(Language language, String area, long incidents, String cells) throws Exception {
        String data = "{\"items\": [{\"from\": \"2025-10-10\", \"to\": \"2025-12-19\", \"incidents\": " + incidents
                + ", \"contested\": 3, \"cells\": [" + cells + "]}]}";
        return new Places(words(language))
                .of(
                        new ObjectMapper().readTree(data),
                        Gazetteer.palestine().find(area).orElseThrow(),
                        "x");
    }

    private static Words words(Language language) {
        return new Words(new Messages().speaker(language));
    }
}
