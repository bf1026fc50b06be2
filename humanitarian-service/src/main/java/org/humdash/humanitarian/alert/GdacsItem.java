package org.humdash.humanitarian.alert;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.humdash.humanitarian.hazard.GlideNumber;

/**
 * One episode of one event of GDACS while it is read, whichever form it is in: its texts by the names they have in the
 * event JSON, and where they stand.
 */
final class GdacsItem {

    /** GDACS names no sender in its forms. */
    static final String SENDER = "GDACS";

    /** The forms that are read are written in English. */
    private static final String LANGUAGE = "en";

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{3}");
    private static final Pattern EVENT_TYPE = Pattern.compile("[A-Z]{2}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,12})?");

    private final Position at;
    private final AlertProblems problems = new AlertProblems();
    private final Map<String, Found> fields = new HashMap<>();

    private record Found(String text, Position at) {}

    GdacsItem(Position at) {
        this.at = at;
    }

    Position at() {
        return at;
    }

    AlertProblems problems() {
        return problems;
    }

    /** Takes a field; one said before stands, and an empty one is none. */
    void put(String name, String text, Position where) {
        if (text != null && !text.isBlank()) {
            fields.putIfAbsent(name, new Found(text.strip(), where));
        }
    }

    /** The message; to be looked at only where no problem was found. */
    AlertMessage message() {
        String eventType = matching("eventtype", EVENT_TYPE, "must be two letters such as TC");
        Long eventId = whole("eventid", Long.MAX_VALUE);
        Long episodeId = whole("episodeid", Integer.MAX_VALUE);
        Instant from = utc("fromdate");
        Instant to = utc("todate");
        Instant sent = utc("datemodified");
        AlertLevel level = level("alertlevel");
        AlertLevel episodeLevel = level("episodealertlevel");
        BoundingBox box = box();
        if (from != null && to != null && to.isBefore(from)) {
            problems.add(where("todate"), "todate", "PERIOD_REVERSED", "the event ends before it begins");
        }
        if (sent == null && from == null) {
            problems.required(at, "fromdate", null);
        }
        StatedAmount severity = amount("severity");
        StatedAmount population = amount("population");
        BigDecimal score = number("alertscore");
        BigDecimal episodeScore = number("episodealertscore");
        if (!problems.all().isEmpty()) {
            return null;
        }
        Instant issued = sent == null ? from : sent;
        GdacsEvent event = new GdacsEvent(
                eventType,
                eventId,
                episodeId.intValue(),
                text("eventname"),
                level,
                score,
                episodeLevel,
                episodeScore,
                severity,
                population,
                text("iscurrent") == null ? null : Boolean.valueOf(text("iscurrent")));
        return new AlertMessage(
                AlertFormat.GDACS,
                SENDER,
                event.event() + "-" + episodeId,
                issued,
                AlertStatus.ACTUAL,
                MessageType.ALERT,
                AlertScope.PUBLIC,
                null,
                List.of(),
                GlideNumber.find(text("glide")).map(GlideNumber::value).orElse(null),
                countries(),
                box,
                from == null ? issued : from,
                to,
                text("url"),
                List.of(info(from)),
                event);
    }

    private AlertInfo info(Instant from) {
        AlertArea area =
                text("country") == null ? null : new AlertArea(text("country"), List.of(), List.of(), List.of());
        return new AlertInfo(
                LANGUAGE,
                List.of(),
                text("name"),
                List.of(),
                List.of(),
                // GDACS states none of these here; its level is another thing and stands beside them.
                null,
                null,
                null,
                null,
                from,
                null,
                null,
                text("headline"),
                text("description"),
                null,
                text("url"),
                area == null ? List.of() : List.of(area));
    }

    private List<String> countries() {
        String iso3 = text("iso3");
        return iso3 == null
                ? List.of()
                : Stream.of(iso3.split("[\\s,;]+"))
                        .filter(code -> COUNTRY.matcher(code).matches())
                        .distinct()
                        .toList();
    }

    /** In the order that GDACS has, which is not the one of GeoJSON: its reader puts that into this one. */
    private BoundingBox box() {
        Found found = fields.get("bbox");
        if (found == null) {
            return null;
        }
        String[] parts = found.text().split("[\\s,]+");
        boolean areNumbers =
                parts.length == 4 && Stream.of(parts).allMatch(part -> part.matches("-?\\d{1,3}(\\.\\d{1,30})?"));
        BoundingBox box = areNumbers
                ? new BoundingBox(
                        Double.parseDouble(parts[0]),
                        Double.parseDouble(parts[1]),
                        Double.parseDouble(parts[2]),
                        Double.parseDouble(parts[3]))
                : null;
        // The window of a map around a point sticks out beyond 180 degrees where the point is near them.
        if (box == null
                || box.lonMin() > box.lonMax()
                || box.latMin() > box.latMax()
                || Math.max(Math.abs(box.lonMin()), Math.abs(box.lonMax())) > 360
                || Math.max(Math.abs(box.latMin()), Math.abs(box.latMax())) > 180) {
            problems.add(
                    found.at(),
                    "bbox",
                    "NOT_A_BOX",
                    "'" + AlertProblems.shown(found.text()) + "' must be the least and the greatest longitude, then the"
                            + " least and the greatest latitude");
            return null;
        }
        return box;
    }

    private StatedAmount amount(String name) {
        BigDecimal value = number(name + "value");
        String unit = text(name + "unit");
        String text = text(name + "text");
        return value == null && text == null ? null : new StatedAmount(value, unit, text);
    }

    private AlertLevel level(String name) {
        return problems.oneOf(AlertLevel.class, where(name), name, text(name));
    }

    private Instant utc(String name) {
        return problems.utc(where(name), name, text(name));
    }

    private BigDecimal number(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        if (!NUMBER.matcher(text).matches()) {
            problems.add(where(name), name, "NOT_A_NUMBER", "'" + AlertProblems.shown(text) + "' must be a number");
            return null;
        }
        // The feed says 1 where the event JSON says 1.0.
        BigDecimal stripped = new BigDecimal(text).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private Long whole(String name, long most) {
        String text = matching(name, Pattern.compile("\\d{1,18}"), "must be a whole number");
        if (text == null) {
            return null;
        }
        long number = Long.parseLong(text);
        if (number > most) {
            problems.add(where(name), name, "OUT_OF_RANGE", "'" + text + "' is larger than any such number");
        }
        return number;
    }

    private String matching(String name, Pattern form, String expected) {
        String text = problems.required(where(name), name, text(name));
        if (text != null && !form.matcher(text).matches()) {
            problems.add(where(name), name, "UNKNOWN_VALUE", "'" + AlertProblems.shown(text) + "' " + expected);
            return null;
        }
        return text;
    }

    private String text(String name) {
        Found found = fields.get(name);
        return found == null ? null : found.text();
    }

    private Position where(String name) {
        Found found = fields.get(name);
        return found == null ? at : found.at();
    }
}
