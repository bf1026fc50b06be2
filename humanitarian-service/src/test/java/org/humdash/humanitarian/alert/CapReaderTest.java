package org.humdash.humanitarian.alert;

import static org.humdash.humanitarian.alert.Alerts.cap;
import static org.humdash.humanitarian.alert.Alerts.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.humdash.humanitarian.hazard.HazardType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapReaderTest {

    private static final String POLYGON = "<polygon>31.2,34.1 31.2,34.7 31.7,34.7 31.7,34.1 31.2,34.1</polygon>";

    @Test
    void anAlertIsReadInFull() {
        AlertMessage message = only(cap(
                "met@example.org",
                "a-1",
                POLYGON + "<circle>31.4,34.4 5.5</circle>"
                        + "<geocode><valueName>P-code</valueName><value>PS0260</value></geocode>"));
        assertEquals(
                new AlertMessage(
                        AlertFormat.CAP,
                        "met@example.org",
                        "a-1",
                        Instant.parse("2025-12-10T04:00:00Z"),
                        AlertStatus.ACTUAL,
                        MessageType.ALERT,
                        AlertScope.PUBLIC,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        null,
                        Instant.parse("2025-12-10T22:00:00Z"),
                        Instant.parse("2025-12-12T22:00:00Z"),
                        null,
                        List.of(new AlertInfo(
                                "en",
                                List.of("Met"),
                                "Storm",
                                List.of(),
                                List.of(),
                                Urgency.EXPECTED,
                                Severity.SEVERE,
                                Certainty.LIKELY,
                                null,
                                Instant.parse("2025-12-10T22:00:00Z"),
                                Instant.parse("2025-12-12T22:00:00Z"),
                                null,
                                "Storm expected",
                                null,
                                null,
                                null,
                                List.of(new AlertArea(
                                        "Coast",
                                        List.of(List.of(
                                                new GeoPoint(31.2, 34.1),
                                                new GeoPoint(31.2, 34.7),
                                                new GeoPoint(31.7, 34.7),
                                                new GeoPoint(31.7, 34.1),
                                                new GeoPoint(31.2, 34.1))),
                                        List.of(new GeoCircle(new GeoPoint(31.4, 34.4), 5.5)),
                                        List.of(new CodedValue("P-code", "PS0260")))))),
                        null),
                message);
        assertEquals(HazardType.STORM, message.type());
        assertEquals(new BoundingBox(34.1, 34.7, 31.2, 31.7), message.box());
        assertEquals(List.of("Coast"), message.areaDescriptions());
        assertEquals(List.of("PS02", "PS0255", "PS0260", "PS0265", "PS0270", "PS0275"), message.pcodes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cap:", "x-1.y:"})
    void anyPrefixAndBothVersionsAreTheSame(String prefix) {
        String plain = cap("met@example.org", "a-1", POLYGON);
        String prefixed = plain.replaceAll("<(/?)(\\w)", "<$1" + prefix + "$2")
                .replace("xmlns=", "xmlns:" + prefix.substring(0, prefix.length() - 1) + "=")
                .replace("<?" + prefix, "<?");
        assertEquals(only(plain), only(prefixed));
        assertEquals(only(plain), only(plain.replace("cap:1.2", "cap:1.1")));
        assertEquals(only(plain), only(plain.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16)));
    }

    @Test
    void aSignatureAndExtensionsOfOthersArePassedOver() {
        String plain = cap("met@example.org", "a-1", POLYGON);
        String signed = plain.replace("</alert>", """
                <ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo><ds:Reference URI="">
                <ds:DigestValue>AAAA</ds:DigestValue></ds:Reference></ds:SignedInfo>
                <ds:sender>another</ds:sender></ds:Signature></alert>""")
                .replace("<category>", "<x:event xmlns:x='urn:x'>Flood</x:event><category>");
        assertEquals(only(plain), only(signed));
    }

    @Test
    void anAlertInTwoLanguagesIsOneAlertOfOneKind() {
        String alert = cap("met@example.org", "a-1", "").replace("</alert>", """
                <info><language>ar</language><event>عاصفة</event><expires>2025-12-14T00:00:00+02:00</expires>
                <area><areaDesc>قطاع غزة</areaDesc></area></info></alert>""");
        AlertMessage message = only(alert);
        assertEquals(
                List.of("en", "ar"),
                message.infos().stream().map(AlertInfo::language).toList());
        assertEquals(HazardType.STORM, message.type());
        assertEquals(Instant.parse("2025-12-13T22:00:00Z"), message.ends());
        // The second one says no onset, so it holds from when it was sent.
        assertEquals(Instant.parse("2025-12-10T04:00:00Z"), message.begins());
        assertEquals(List.of("Coast", "قطاع غزة"), message.areaDescriptions());
        assertEquals(List.of("PS02", "PS0255", "PS0260", "PS0265", "PS0270", "PS0275"), message.pcodes());
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a, https://example.org/a",
        "javascript:alert(1), ",
        "www.example.org, ",
        "https://example.org/a b, "
    })
    void onlyAnAddressOfTheWebIsGivenAsOne(String web, String url) {
        AlertMessage message =
                only(cap("met@example.org", "a-1", "").replace("<area>", "<web>" + web + "</web><area>"));
        assertEquals(url, message.url());
        assertEquals(web, message.infos().getFirst().web());
    }

    @Test
    void anAlertOfWhichOnePartHasNoEndHasNone() {
        assertNull(only(cap("met@example.org", "a-1", "")
                        .replace("</alert>", "<info><language>ar</language></info></alert>"))
                .ends());
    }

    @Test
    void anUpdateTakesThePlaceOfItsSendersMessagesOnly() {
        AlertMessage update = only(cap("met@example.org", "a-3", "")
                .replace("<msgType>Alert", "<msgType>Update")
                .replace(
                        "<info>",
                        "<references>met@example.org,a-1,2025-12-09T06:00:00+02:00\n"
                                + " other@example.org,b-1,2025-12-09T06:00:00-00:00</references><info>"));
        assertEquals(
                List.of(
                        new AlertReference("met@example.org", "a-1", Instant.parse("2025-12-09T04:00:00Z")),
                        new AlertReference("other@example.org", "b-1", Instant.parse("2025-12-09T06:00:00Z"))),
                update.references());
        assertEquals(List.of("a-1"), update.replaces());
    }

    @Test
    void aGlideNumberIsTakenFromAParameterOrTheIncidents() {
        String alert = cap("met@example.org", "a-1", "");
        assertEquals(
                "ST-2025-000123-PSE",
                only(alert.replace(
                                "<area>",
                                "<parameter><valueName>GLIDE number</valueName><value>ST-2025-000123-PSE</value></parameter><area>"))
                        .glide());
        assertEquals(
                "ST-2025-000124-PSE",
                only(alert.replace("<info>", "<incidents>x ST-2025-000124-PSE</incidents><info>"))
                        .glide());
        assertNull(only(alert.replace("<info>", "<incidents>ZZ-2025-000124-PSE</incidents><info>"))
                .glide());
    }

    @ParameterizedTest
    @CsvSource({
        "Flash Flood Watch, FLOOD",
        "severe thunderstorm watch, STORM",
        "High Wind Warning, STORM",
        "موجة برد, COLD_WAVE",
        "Heat Wave, HEAT_WAVE",
        "Storm and flooding, ",
        "Fire, ",
        "Brainstorming, ",
        "Child Abduction, "
    })
    void theKindOfHazardIsTakenFromTheWordsAndNeverGuessed(String event, HazardType type) {
        assertEquals(
                type,
                only(cap("met@example.org", "a-1", "").replace("<event>Storm<", "<event>" + event + "<"))
                        .type());
    }

    @Test
    void aGlideNumberTellsTheKindWhereNoWordDoes() {
        assertEquals(
                HazardType.COLD_WAVE,
                only(cap("met@example.org", "a-1", "")
                                .replace("<event>Storm</event>", "")
                                .replace("<info>", "<incidents>CW-2025-000124-PSE</incidents><info>"))
                        .type());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<identifier>a-1</identifier>|<identifier/>|3|identifier|MISSING|an alert needs <identifier>",
                "<sender>met@example.org</sender>||2|sender|MISSING|an alert needs <sender>",
                "2025-12-10T06:00:00+02:00|yesterday|5|sent|NOT_A_DATE|'yesterday' must be a moment with its offset such as"
                        + " 2025-12-10T06:00:00+02:00",
                "2025-12-10T06:00:00+02:00|9025-12-10T06:00:00+02:00|5|sent|OUT_OF_RANGE|the year of"
                        + " '9025-12-10T06:00:00+02:00' cannot be meant",
                "<status>Actual|<status>Real|6|status|UNKNOWN_VALUE|'Real' is none of Actual, Exercise, System, Test, Draft",
                "<msgType>Alert</msgType>||2|msgType|MISSING|an alert needs <msgType>",
                "<urgency>Expected|<urgency>Soon|13|urgency|UNKNOWN_VALUE|'Soon' is none of Immediate, Expected, Future,"
                        + " Past, Unknown",
                "<areaDesc>Coast</areaDesc>|<polygon>31,34 32,34 31,34</polygon>|20|polygon|NOT_A_RING|a polygon has four"
                        + " points at least, and its last one is its first one",
                "<areaDesc>Coast</areaDesc>|<polygon>131,34 32,34 31,35 131,34</polygon>|20|polygon|NOT_A_PLACE|'131,34'"
                        + " must be latitude,longitude in degrees",
                "<areaDesc>Coast</areaDesc>|<circle>31,34 -1</circle>|20|circle|NOT_A_PLACE|'31,34 -1' must be"
                        + " latitude,longitude in degrees and a radius in kilometres",
                "<areaDesc>Coast</areaDesc>|<circle>NaN,1e9 1</circle>|20|circle|NOT_A_PLACE|'NaN,1e9 1' must be"
                        + " latitude,longitude in degrees and a radius in kilometres",
                "<info>|<references>a-1</references><info>|9|references|NOT_A_REFERENCE|'a-1' must be"
                        + " sender,identifier,sent"
            })
    void whatDoesNotHoldTogetherIsRefusedWithItsPlace(
            String good, String bad, int line, String element, String code, String message) {
        ReadAlerts alerts = read(cap("met@example.org", "a-1", "").replace(good, bad == null ? "" : bad));
        assertEquals(List.of(), alerts.messages());
        assertEquals(1, alerts.refused());
        AlertProblem problem = alerts.problems().getFirst();
        assertEquals(
                List.of(line, element, code, message),
                List.of(problem.line(), problem.element(), problem.code(), problem.message()));
        assertEquals(1, alerts.problems().size(), alerts.problems().toString());
    }

    @Test
    void whatDoesNotFitIntoAnIndexIsRefused() {
        String longest = "ض".repeat(300);
        assertEquals(longest, only(cap(longest, longest, "")).sender());
        for (String file : new String[] {
            cap(longest + "x", "a-1", ""),
            cap("met@example.org", longest + "x", ""),
            cap("met@example.org", "a-1", "")
                    .replace("<info>", "<references>a," + longest + "x,2025-12-10T06:00:00Z</references><info>")
        }) {
            assertEquals(
                    List.of("TOO_LONG"),
                    read(file).problems().stream().map(AlertProblem::code).toList());
        }
    }

    @Test
    void theAlertOfAFireServiceIsReadAsItIs() {
        AlertMessage alert = only(SharedData.file("cap/australia.cap"));
        assertEquals("tag:www.rfs.nsw.gov.au2011-10-06:40184", alert.identifier());
        assertEquals("webmaster@rfs.nsw.gov.au", alert.sender());
        assertEquals(Instant.parse("2011-10-05T13:04:00Z"), alert.sent());
        assertEquals(2, alert.infos().size());
        assertEquals(
                List.of(new GeoCircle(new GeoPoint(-35.3888, 147.0598), 25)),
                alert.infos().getFirst().areas().getFirst().circles());
        assertEquals(List.of("Fire", "Met"), alert.infos().getFirst().categories());
        // A fire in a house is no wildfire.
        assertNull(alert.type());
        assertEquals(Instant.parse("2011-10-06T13:04:00Z"), alert.ends());
        assertEquals(List.of(), alert.pcodes());
        assertEquals(-35.3888 - 0.2248, alert.box().latMin(), 0.0001);
        assertEquals(147.0598 + 0.2758, alert.box().lonMax(), 0.0001);
    }

    @Test
    void theUpdateInTwoLanguagesIsReadAsItIs() {
        AlertMessage alert = only(SharedData.file("cap/canada.cap"));
        assertEquals(MessageType.UPDATE, alert.messageType());
        assertEquals(List.of("2.49.0.1.124.a3f342a4.2012", "2.49.0.1.124.60f31a3a.2012"), alert.replaces());
        assertEquals(
                List.of("en-CA", "fr-CA"),
                alert.infos().stream().map(AlertInfo::language).toList());
        assertEquals(HazardType.STORM, alert.type());
        assertEquals(
                List.of(17, 38),
                alert.infos().getFirst().areas().stream()
                        .map(area -> area.polygons().getFirst().size())
                        .toList());
        assertEquals(new BoundingBox(-83.1224, -81.5498, 41.7134, 42.651), alert.box());
    }

    @Test
    void theWatchOfVersionOneIsReadAsItIs() {
        AlertMessage alert = only(SharedData.file("cap/weather.cap"));
        assertEquals(HazardType.FLOOD, alert.type());
        assertEquals(Instant.parse("2010-08-30T10:07:00Z"), alert.begins());
        assertEquals(Instant.parse("2010-08-30T18:00:00Z"), alert.ends());
        assertEquals(
                List.of(new CodedValue("FIPS6", "030049"), new CodedValue("UGC", "MTZ014")),
                alert.infos().getFirst().areas().getFirst().geocodes());
        assertNull(alert.box());
    }

    private static AlertMessage only(String file) {
        return only(file.getBytes(StandardCharsets.UTF_8));
    }

    private static AlertMessage only(byte[] file) {
        ReadAlerts alerts = read(file);
        assertEquals(List.of(), alerts.problems());
        assertEquals(1, alerts.messages().size());
        return alerts.messages().getFirst();
    }
}
