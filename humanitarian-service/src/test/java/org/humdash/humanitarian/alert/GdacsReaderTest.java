package org.humdash.humanitarian.alert;

import static org.humdash.humanitarian.alert.Alerts.gdacs;
import static org.humdash.humanitarian.alert.Alerts.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.humdash.humanitarian.hazard.HazardType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GdacsReaderTest {

    private static final String FEED = """
            <rss xmlns:gdacs="http://www.gdacs.org" xmlns:g="urn:other"><channel><title>GDACS</title>
            <item><title>Orange alert</title><description>A storm</description><link>https://example.org/r</link>
            <pubDate>Wed, 10 Dec 2025 08:05:23 GMT</pubDate>
            <gdacs:fromdate>Wed, 10 Dec 2025 06:00:00 GMT</gdacs:fromdate>
            <gdacs:todate>Fri, 12 Dec 2025 18:00:00 GMT</gdacs:todate>
            <gdacs:bbox>34.1 34.6 31.2 31.6</gdacs:bbox>
            <gdacs:eventtype>FL</gdacs:eventtype><gdacs:eventid>77</gdacs:eventid><gdacs:episodeid>2</gdacs:episodeid>
            <gdacs:alertlevel>Orange</gdacs:alertlevel><gdacs:alertscore>1.5</gdacs:alertscore>
            <gdacs:glide>FL-2025-000009-PSE</gdacs:glide><g:eventid>5</g:eventid>
            <gdacs:severity unit="km/h" value="92.592">Strong wind</gdacs:severity>
            <gdacs:resources><gdacs:resource><gdacs:title>not this</gdacs:title></gdacs:resource></gdacs:resources>
            </item></channel></rss>""";

    @Test
    void anItemOfTheFeedIsAnAlertWithItsLevelAndNoSeverityOfCap() {
        AlertMessage alert = read(FEED).messages().getFirst();
        assertEquals(new AlertKey(AlertFormat.GDACS, "GDACS", "FL77-2"), alert.key());
        assertEquals(Instant.parse("2025-12-10T08:05:23Z"), alert.sent());
        assertEquals(Instant.parse("2025-12-10T06:00:00Z"), alert.begins());
        assertEquals(Instant.parse("2025-12-12T18:00:00Z"), alert.ends());
        assertEquals(new BoundingBox(34.1, 34.6, 31.2, 31.6), alert.box());
        assertEquals("FL-2025-000009-PSE", alert.glide());
        assertEquals(HazardType.FLOOD, alert.type());
        assertEquals(
                new GdacsEvent(
                        "FL",
                        77,
                        2,
                        null,
                        AlertLevel.ORANGE,
                        new BigDecimal("1.5"),
                        null,
                        null,
                        new StatedAmount(new BigDecimal("92.592"), "km/h", "Strong wind"),
                        null,
                        null),
                alert.gdacs());
        AlertInfo info = alert.infos().getFirst();
        assertEquals(
                Arrays.asList("Orange alert", "A storm", null, null, null),
                Arrays.asList(info.headline(), info.description(), info.urgency(), info.severity(), info.certainty()));
        // The box is a window of a map around the event and says nothing of who is warned.
        assertEquals(List.of(), alert.pcodes());
    }

    @Test
    void anEventInJsonIsReadInTheOrderThatGeoJsonHas() {
        AlertMessage alert = read(gdacs(99, 3, "")).messages().getFirst();
        assertEquals("TC99-3", alert.identifier());
        assertEquals(new BoundingBox(34.1, 34.6, 31.2, 31.6), alert.box());
        assertEquals(HazardType.STORM, alert.type());
        assertEquals(new BigDecimal("2"), alert.gdacs().alertScore());
        assertEquals(19, alert.pcodes().size());
        assertEquals("Tropical Cyclone BYRON-25", alert.infos().getFirst().event());
    }

    @Test
    void aCollectionIsReadFeatureByFeatureAndABadOneIsLeftOut() {
        ReadAlerts alerts = read("{\"type\": \"FeatureCollection\", \"features\": [\n" + gdacs(1, 1, "") + ",\n"
                + gdacs(2, 1, "").replace("\"TC\"", "\"tropical\"") + ",\n" + gdacs(1, 1, "") + ",\n17]}");
        assertEquals(
                List.of("TC1-1"),
                alerts.messages().stream().map(AlertMessage::identifier).toList());
        assertEquals(3, alerts.refused());
        assertEquals(
                List.of(
                        "10:30 eventtype UNKNOWN_VALUE 'tropical' must be two letters such as TC",
                        "14:1 null DUPLICATE_ALERT an alert before it has the same sender and identifier TC1-1",
                        "20:1 features UNKNOWN_VALUE must be a list of features"),
                alerts.problems().stream()
                        .map(problem -> problem.line() + ":" + problem.column() + " " + problem.element() + " "
                                + problem.code() + " " + problem.message())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<gdacs:eventid>77</gdacs:eventid>||MISSING",
                "<gdacs:episodeid>2<|<gdacs:episodeid>99999999999<|OUT_OF_RANGE",
                "<gdacs:eventid>77<|<gdacs:eventid>7e7<|UNKNOWN_VALUE",
                "34.1 34.6 31.2 31.6|34.1 31.2 34.6 31.6|NOT_A_BOX",
                "34.1 34.6 31.2 31.6|34.1 34.6 31.2|NOT_A_BOX",
                "Fri, 12 Dec 2025 18|Mon, 08 Dec 2025 18|PERIOD_REVERSED",
                "Fri, 12 Dec 2025 18|Someday|NOT_A_DATE",
                ">Orange<|>Purple<|UNKNOWN_VALUE",
                "92.592|lots|NOT_A_NUMBER"
            })
    void anItemThatDoesNotHoldTogetherIsRefused(String good, String bad, String code) {
        ReadAlerts alerts = read(FEED.replace(good, bad == null ? "" : bad));
        assertEquals(List.of(), alerts.messages());
        assertEquals(
                List.of(code),
                alerts.problems().stream().map(AlertProblem::code).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud83d", "\\ude00"})
    void aTextWithANulOrHalfOfACharacterIsRefused(String text) {
        assertEquals(
                List.of("NOT_A_TEXT"),
                read(gdacs(1, 1, ", \"glide\": \"x" + text + "\"")).problems().stream()
                        .map(AlertProblem::code)
                        .toList());
    }

    @Test
    void aLongValueIsNotCutInTheMiddleOfACharacter() {
        AlertProblem problem = read(FEED.replace("<gdacs:eventtype>FL", "<gdacs:eventtype>" + "x".repeat(59) + "😀😀"))
                .problems()
                .getFirst();
        assertEquals("'" + "x".repeat(59) + "?…' must be two letters such as TC", problem.message());
    }

    @Test
    void theFeedOfEndOf2019IsReadAsItIs() {
        ReadAlerts alerts = read(SharedData.file("gdacs/georss-gdacs-1.xml"));
        assertEquals(List.of(), alerts.problems());
        assertEquals(
                List.of(
                        "TC1000643-1 STORM GREEN 2019-12-29T12:00:00Z 2019-12-29T12:00:00Z",
                        "EQ1199929-1287798 EARTHQUAKE GREEN 2019-12-28T15:36:35Z 2019-12-28T15:36:35Z",
                        "DR1013682-1 DROUGHT GREEN 2019-10-21T00:00:00Z 2019-12-30T01:27:00Z",
                        "DR1013588-1 DROUGHT GREEN 2019-09-21T00:00:00Z 2019-12-30T01:27:00Z"),
                alerts.messages().stream()
                        .map(alert -> alert.identifier() + " " + alert.type() + " "
                                + alert.gdacs().alertLevel() + " " + alert.begins() + " " + alert.ends())
                        .toList());
        assertEquals(
                new BoundingBox(55.0780533046962, 81.0780533046962, -46.7828750315965, -20.7828750315965),
                alerts.messages().getFirst().box());
        assertEquals(List.of("MUS"), alerts.messages().getFirst().countries());
    }

    @Test
    void theCycloneOfJanuary2026IsReadAsItIs() {
        ReadAlerts alerts = read(SharedData.file("gdacs/tc-1001253-event.json"));
        assertEquals(List.of(), alerts.problems());
        AlertMessage alert = alerts.messages().getFirst();
        assertEquals("TC1001253-7", alert.identifier());
        assertEquals(Instant.parse("2026-04-13T08:05:23Z"), alert.sent());
        assertEquals(Instant.parse("2026-01-28T06:00:00Z"), alert.shownFrom());
        assertEquals(Instant.parse("2026-01-29T18:00:00Z"), alert.ends());
        assertEquals(new BoundingBox(171.9, 171.9, -26.9, -26.9), alert.box());
        assertEquals(
                new StatedAmount(new BigDecimal("101.8512"), "km/h", "Tropical Storm (maximum wind speed of 102 km/h)"),
                alert.gdacs().severity());
        assertEquals(false, alert.gdacs().isCurrent());
        assertNull(alert.glide());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"type\": \"Feature\"}", "{\"a\": {\"b\": 1}}", "{\"properties\": 3}"})
    void jsonThatIsNoEventIsNotReadAsOne(String json) {
        AlertFileException refused = assertThrows(AlertFileException.class, () -> read(json));
        assertEquals(AlertFileException.Code.UNKNOWN_FORM, refused.code());
    }
}
