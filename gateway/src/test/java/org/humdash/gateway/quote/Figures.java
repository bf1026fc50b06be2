package org.humdash.gateway.quote;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.LocalDate;

/** The figures of the news report the project started from, as the services send them. */
final class Figures {

    static final String GMO =
            "{\"code\":\"GAZA_GMO\",\"name\":{\"en\":\"Gaza Government Media Office\",\"ar\":\"المكتب الإعلامي الحكومي في غزة\"},\"kind\":\"GOVERNMENT\"}";
    static final String QUDS =
            "{\"code\":\"QUDS_NEWS_NETWORK\",\"name\":{\"en\":\"Quds News Network\",\"ar\":\"شبكة قدس الإخبارية\"},\"kind\":\"MEDIA\"}";
    static final String AL_JAZEERA =
            "{\"code\":\"AL_JAZEERA\",\"name\":{\"en\":\"Al Jazeera\",\"ar\":\"الجزيرة\"},\"kind\":\"MEDIA\"}";
    static final String PRESS =
            "{\"code\":\"PRESS_REPORT_2025_12_19\",\"name\":{\"en\":\"Press report of 19 December 2025 (outlet not kept)\",\"ar\":\"تقرير صحفي بتاريخ 19 كانون الأول/ديسمبر 2025 (اسم الوسيلة غير محفوظ)\"},\"kind\":\"MEDIA\"}";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Figures() {}

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Reading reading(String data) {
        return reading(data, true);
    }

    static Reading reading(String data, boolean again) {
        return new Reading(json(data), LocalDate.of(2025, 12, 19), Instant.parse("2025-12-19T18:00:00.123Z"), again);
    }

    static String exactly(int number) {
        return "{\"qualifier\":\"EXACT\",\"lower\":" + number + ",\"best\":" + number + ",\"upper\":" + number + "}";
    }

    static String atLeast(int number) {
        return "{\"qualifier\":\"AT_LEAST\",\"lower\":" + number + ",\"best\":null,\"upper\":null}";
    }

    /** A claim; what is given last counts. */
    static String claim(
            String id, String originator, String publisher, String estimate, String from, String to, String more) {
        return "{\"id\":\"" + id + "\",\"originator\":" + originator + ",\"publisher\":" + publisher + ",\"estimate\":"
                + estimate + ",\"validFrom\":\"" + from + "\",\"validTo\":\"" + to + "\"" + more + "}";
    }

    static String measure(String measure, String... claims) {
        return "{\"measures\":[{\"measure\":\"" + measure + "\",\"claims\":[" + String.join(",", claims) + "]}]}";
    }

    static String indicator(String code, String en, String ar, String unit, String more, String... claims) {
        return "{\"items\":[{\"area\":\"PS02\",\"indicator\":{\"code\":\"" + code + "\",\"name\":{\"en\":\"" + en
                + "\",\"ar\":\"" + ar + "\"},\"unit\":\"" + unit + "\",\"expectedIntervalDays\":30},\"headline\":\"h\""
                + more + ",\"claims\":[" + String.join(",", claims) + "]}]}";
    }
}
