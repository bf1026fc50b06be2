package org.humdash.humanitarian.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.humdash.humanitarian.alert.AlertFileException.Code;
import org.humdash.humanitarian.hazard.GlideNumber;

/**
 * Reads an alert of the Common Alerting Protocol 1.1 or 1.2 (OASIS). What the protocol does not name is passed over, a
 * signature among it: it is not verified. A value that the protocol does not know is refused, one that is not there is
 * left empty, but for those that say what message it is.
 */
final class CapReader {

    /** What the namespaces of CAP 1.1 and 1.2 begin with. */
    static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.";

    /** Sender and identifier together fit into an index, whatever letters they are of; real ones are far shorter. */
    private static final int LONGEST_KEY = 300;

    private final AlertXml xml;
    private final AlertProblems problems = new AlertProblems();
    private final CapShapes shapes = new CapShapes(problems);
    private final List<String> glides = new ArrayList<>();

    private final String namespace;

    private CapReader(AlertXml xml) {
        this.xml = xml;
        this.namespace = xml.namespace();
    }

    /** Reads the alert whose first tag the XML stands at, to its end. */
    static void read(AlertXml xml, ReadAlerts into) {
        String namespace = xml.namespace();
        if (!namespace.equals(NAMESPACE + "1") && !namespace.equals(NAMESPACE + "2")) {
            throw xml.at(
                    Code.UNKNOWN_FORM,
                    "<alert> is not in the namespace of CAP 1.1 or 1.2, such as " + NAMESPACE + "2, but in '"
                            + AlertProblems.shown(namespace) + "'");
        }
        Position at = new Position(xml.line(), xml.column());
        CapReader reader = new CapReader(xml);
        AlertMessage message = reader.alert(at);
        into.add(at, reader.problems, message);
    }

    private AlertMessage alert(Position at) {
        String identifier = null;
        String sender = null;
        Instant sent = null;
        AlertStatus status = null;
        MessageType messageType = null;
        AlertScope scope = null;
        String note = null;
        List<AlertReference> references = new ArrayList<>();
        List<AlertInfo> infos = new ArrayList<>();
        boolean hasSent = false;
        while (xml.nextChild(namespace)) {
            Position here = here();
            switch (xml.name()) {
                case "identifier" -> identifier = key("identifier");
                case "sender" -> sender = key("sender");
                case "sent" -> {
                    String text = problems.required(here, "sent", xml.text());
                    sent = problems.moment(here, "sent", text);
                    hasSent = true;
                }
                case "status" -> status = problems.oneOf(AlertStatus.class, here, "status", xml.text());
                case "msgType" -> messageType = problems.oneOf(MessageType.class, here, "msgType", xml.text());
                case "scope" -> scope = problems.oneOf(AlertScope.class, here, "scope", xml.text());
                case "note" -> note = xml.text();
                case "references" -> references.addAll(references(here, xml.text()));
                case "incidents" -> glidesOf(xml.text());
                case "info" -> infos.add(info());
                default -> xml.skip();
            }
        }
        requirePresent(at, "identifier", identifier);
        requirePresent(at, "sender", sender);
        requirePresent(at, "sent", hasSent ? "" : null);
        requirePresent(at, "status", status);
        requirePresent(at, "msgType", messageType);
        if (!problems.all().isEmpty()) {
            return null;
        }
        Instant issued = sent;
        return new AlertMessage(
                AlertFormat.CAP,
                sender,
                identifier,
                sent,
                status,
                messageType,
                // CAP 1.2 wants a scope; a message without one says of nobody that it is not for them.
                scope == null ? AlertScope.PUBLIC : scope,
                note,
                references,
                glides.isEmpty() ? null : glides.getFirst(),
                List.of(),
                null,
                begins(infos, issued),
                ends(infos),
                web(infos),
                infos,
                null);
    }

    private AlertInfo info() {
        String language = null;
        List<String> categories = new ArrayList<>();
        String event = null;
        List<CodedValue> eventCodes = new ArrayList<>();
        List<String> responseTypes = new ArrayList<>();
        Urgency urgency = null;
        Severity severity = null;
        Certainty certainty = null;
        Instant effective = null;
        Instant onset = null;
        Instant expires = null;
        String senderName = null;
        String headline = null;
        String description = null;
        String instruction = null;
        String web = null;
        List<AlertArea> areas = new ArrayList<>();
        while (xml.nextChild(namespace)) {
            Position here = here();
            switch (xml.name()) {
                case "language" -> language = xml.text();
                case "category" -> addText(categories);
                case "event" -> event = xml.text();
                case "eventCode" -> addCode(eventCodes);
                case "parameter" -> addCode(new ArrayList<>());
                case "responseType" -> addText(responseTypes);
                case "urgency" -> urgency = problems.oneOf(Urgency.class, here, "urgency", xml.text());
                case "severity" -> severity = problems.oneOf(Severity.class, here, "severity", xml.text());
                case "certainty" -> certainty = certainty(here, xml.text());
                case "effective" -> effective = problems.moment(here, "effective", xml.text());
                case "onset" -> onset = problems.moment(here, "onset", xml.text());
                case "expires" -> expires = problems.moment(here, "expires", xml.text());
                case "senderName" -> senderName = xml.text();
                case "headline" -> headline = xml.text();
                case "description" -> description = xml.text();
                case "instruction" -> instruction = xml.text();
                case "web" -> web = xml.text();
                case "area" -> areas.add(area());
                default -> xml.skip();
            }
        }
        return new AlertInfo(
                language,
                categories,
                event,
                eventCodes,
                responseTypes,
                urgency,
                severity,
                certainty,
                effective,
                onset,
                expires,
                senderName,
                headline,
                description,
                instruction,
                web,
                areas);
    }

    private AlertArea area() {
        String description = null;
        List<List<GeoPoint>> polygons = new ArrayList<>();
        List<GeoCircle> circles = new ArrayList<>();
        List<CodedValue> geocodes = new ArrayList<>();
        while (xml.nextChild(namespace)) {
            Position here = here();
            switch (xml.name()) {
                case "areaDesc" -> description = xml.text();
                case "polygon" -> shapes.polygon(here, xml.text()).ifPresent(polygons::add);
                case "circle" -> shapes.circle(here, xml.text()).ifPresent(circles::add);
                case "geocode" -> addCode(geocodes);
                default -> xml.skip();
            }
        }
        return new AlertArea(description, polygons, circles, geocodes);
    }

    /** "Very Likely" is what CAP 1.0 said for what is likely; CAP 1.1 and 1.2 say to read it so. */
    private Certainty certainty(Position at, String text) {
        return "Very Likely".equalsIgnoreCase(text)
                ? Certainty.LIKELY
                : problems.oneOf(Certainty.class, at, "certainty", text);
    }

    private void addText(List<String> texts) {
        String text = xml.text();
        if (text != null) {
            texts.add(text);
        }
    }

    private void addCode(List<CodedValue> codes) {
        String name = null;
        String value = null;
        while (xml.nextChild(namespace)) {
            switch (xml.name()) {
                case "valueName" -> name = xml.text();
                case "value" -> value = xml.text();
                default -> xml.skip();
            }
        }
        if (value != null) {
            codes.add(new CodedValue(name, value));
            // CAP has no element for it, so it is given as a code or parameter of that name.
            if (name != null && name.toUpperCase(Locale.ROOT).contains("GLIDE")) {
                glidesOf(value);
            }
        }
    }

    private void glidesOf(String text) {
        if (text != null) {
            Stream.of(text.split("[\\s,;\"]+"))
                    .flatMap(word -> GlideNumber.find(word).stream())
                    .map(GlideNumber::value)
                    .forEach(glides::add);
        }
    }

    private String key(String element) {
        Position here = here();
        String text = problems.required(here, element, xml.text());
        if (text != null && text.length() > LONGEST_KEY) {
            problems.add(here, element, "TOO_LONG", "<" + element + "> has " + LONGEST_KEY + " characters at most");
        }
        return text == null ? "" : text;
    }

    private void requirePresent(Position at, String element, Object value) {
        boolean isReported = problems.all().stream().anyMatch(problem -> element.equals(problem.element()));
        if (value == null && !isReported) {
            problems.required(at, element, null);
        }
    }

    private List<AlertReference> references(Position at, String text) {
        List<AlertReference> references = new ArrayList<>();
        if (text == null) {
            return references;
        }
        for (String triple : text.split("\\s+")) {
            String[] parts = triple.split(",", -1);
            if (parts.length < 3) {
                problems.add(
                        at,
                        "references",
                        "NOT_A_REFERENCE",
                        "'" + AlertProblems.shown(triple) + "' must be sender,identifier,sent");
                continue;
            }
            // An identifier must not have a comma in it; should one have, the sender before and the moment behind do
            // not.
            String identifier = String.join(",", List.of(parts).subList(1, parts.length - 1));
            if (Math.max(parts[0].length(), identifier.length()) > LONGEST_KEY) {
                problems.add(
                        at,
                        "references",
                        "TOO_LONG",
                        "a sender or an identifier has " + LONGEST_KEY + " characters at most");
            }
            Instant sent = problems.moment(at, "references", parts[parts.length - 1]);
            references.add(new AlertReference(parts[0], identifier, sent));
        }
        return references;
    }

    private Position here() {
        return new Position(xml.line(), xml.column());
    }

    private static Instant begins(List<AlertInfo> infos, Instant sent) {
        return infos.stream()
                .map(info -> Stream.of(info.onset(), info.effective(), sent)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow())
                .min(Comparator.naturalOrder())
                .orElse(sent);
    }

    /** The last end, where every part of the message has one. */
    private static Instant ends(List<AlertInfo> infos) {
        boolean isOpen = infos.isEmpty() || infos.stream().anyMatch(info -> info.expires() == null);
        return isOpen
                ? null
                : infos.stream()
                        .map(AlertInfo::expires)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
    }

    private static String web(List<AlertInfo> infos) {
        return first(infos, AlertInfo::web);
    }

    private static String first(List<AlertInfo> infos, Function<AlertInfo, String> field) {
        return infos.stream().map(field).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
