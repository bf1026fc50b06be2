package org.humdash.humanitarian.alert;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Alerts as texts, and how they are read. */
public final class Alerts {

    private Alerts() {}

    static ReadAlerts read(String file) {
        return read(file.getBytes(StandardCharsets.UTF_8));
    }

    static ReadAlerts read(byte[] file) {
        try {
            return AlertFile.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A CAP 1.2 alert in English about one place of its own. */
    public static String cap(String sender, String identifier, String more) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
                  <identifier>%s</identifier>
                  <sender>%s</sender>
                  <sent>2025-12-10T06:00:00+02:00</sent>
                  <status>Actual</status>
                  <msgType>Alert</msgType>
                  <scope>Public</scope>
                  <info>
                    <language>en</language>
                    <category>Met</category>
                    <event>Storm</event>
                    <urgency>Expected</urgency>
                    <severity>Severe</severity>
                    <certainty>Likely</certainty>
                    <onset>2025-12-11T00:00:00+02:00</onset>
                    <expires>2025-12-13T00:00:00+02:00</expires>
                    <headline>Storm expected</headline>
                    <area>
                      <areaDesc>Coast</areaDesc>
                %s
                    </area>
                  </info>
                </alert>
                """.formatted(identifier, sender, more);
    }

    /** A GDACS feature for one episode of one event. */
    static String gdacs(long event, int episode, String more) {
        return """
                {"type": "Feature", "bbox": [34.1, 31.2, 34.6, 31.6],
                 "geometry": {"type": "Point", "coordinates": [34.4, 31.4]},
                 "properties": {"eventtype": "TC", "eventid": %d, "episodeid": %d, "eventname": "BYRON-25",
                  "name": "Tropical Cyclone BYRON-25", "alertlevel": "Orange", "alertscore": 2.0,
                  "fromdate": "2025-12-10T06:00:00", "todate": "2025-12-12T18:00:00",
                  "datemodified": "2025-12-10T08:05:23", "iso3": "PSE", "country": "Palestine"%s}}""".formatted(event, episode, more);
    }
}
