package org.humdash.humanitarian.alert;

import java.time.Instant;
import java.util.List;

/**
 * What an alert says: once for each language, and once for each event if it is about several.
 *
 * @param language a code of RFC 3066 such as en-AU; null where none was stated
 * @param urgency null where it was not stated, which is not UNKNOWN
 * @param severity null where it was not stated
 * @param certainty null where it was not stated
 * @param effective from when the information holds
 * @param onset when the event is expected to begin
 * @param expires until when the information holds; null where it was not stated
 */
record AlertInfo(
        String language,
        List<String> categories,
        String event,
        List<CodedValue> eventCodes,
        List<String> responseTypes,
        Urgency urgency,
        Severity severity,
        Certainty certainty,
        Instant effective,
        Instant onset,
        Instant expires,
        String senderName,
        String headline,
        String description,
        String instruction,
        String web,
        List<AlertArea> areas) {

    AlertInfo {
        categories = List.copyOf(categories);
        eventCodes = List.copyOf(eventCodes);
        responseTypes = List.copyOf(responseTypes);
        areas = List.copyOf(areas);
    }
}
