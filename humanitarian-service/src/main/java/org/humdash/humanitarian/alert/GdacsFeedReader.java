package org.humdash.humanitarian.alert;

import java.util.Map;
import java.util.Set;

/** Reads the GeoRSS feed of GDACS, item by item. */
final class GdacsFeedReader {

    private static final String GDACS = "http://www.gdacs.org";

    /** The elements that are read and that the event JSON calls the same. */
    private static final Set<String> GDACS_FIELDS = Set.of(
            "eventtype",
            "eventid",
            "episodeid",
            "eventname",
            "alertlevel",
            "alertscore",
            "episodealertlevel",
            "episodealertscore",
            "iscurrent",
            "fromdate",
            "todate",
            "iso3",
            "country",
            "glide",
            "bbox");

    /** The elements of RSS itself, and the names they are kept under. */
    private static final Map<String, String> RSS_FIELDS =
            Map.of("title", "headline", "description", "description", "link", "url", "pubDate", "datemodified");

    private final AlertXml xml;
    private final ReadAlerts into;

    private GdacsFeedReader(AlertXml xml, ReadAlerts into) {
        this.xml = xml;
        this.into = into;
    }

    /** Reads the feed whose first tag the XML stands at, to its end. */
    static void read(AlertXml xml, ReadAlerts into) {
        GdacsFeedReader reader = new GdacsFeedReader(xml, into);
        while (xml.nextChild()) {
            if (xml.name().equals("channel")) {
                reader.channel();
            } else {
                xml.skip();
            }
        }
    }

    private void channel() {
        while (xml.nextChild()) {
            if (xml.name().equals("item") && xml.namespace().isEmpty()) {
                GdacsItem item = item();
                AlertMessage message = item.message();
                into.add(item.at(), item.problems(), message);
            } else {
                xml.skip();
            }
        }
    }

    private GdacsItem item() {
        GdacsItem item = new GdacsItem(here());
        while (xml.nextChild()) {
            Position here = here();
            String name = xml.name();
            boolean isGdacs = xml.namespace().equals(GDACS);
            if (isGdacs && GDACS_FIELDS.contains(name)) {
                item.put(name, xml.text(), here);
            } else if (xml.namespace().isEmpty() && RSS_FIELDS.containsKey(name)) {
                item.put(RSS_FIELDS.get(name), xml.text(), here);
            } else if (isGdacs && (name.equals("severity") || name.equals("population"))) {
                item.put(name + "value", xml.attribute("value"), here);
                item.put(name + "unit", xml.attribute("unit"), here);
                item.put(name + "text", xml.text(), here);
            } else {
                xml.skip();
            }
        }
        return item;
    }

    private Position here() {
        return new Position(xml.line(), xml.column());
    }
}
