package org.humdash.incident.change;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A reader that follows the feed page by page and does what its entries say. */
final class Feed {

    private static final String CHANGES = "/api/v1/incidents/changes";

    private final Supplier<RequestSpecification> caller;
    private final int limit;
    final Map<String, Map<String, Object>> held;
    private String cursor;

    private Feed(
            Supplier<RequestSpecification> caller, int limit, String cursor, Map<String, Map<String, Object>> held) {
        this.caller = caller;
        this.limit = limit;
        this.cursor = cursor;
        this.held = new LinkedHashMap<>(held);
    }

    /** A reader that begins at an instant, holding nothing. */
    static Feed from(Supplier<RequestSpecification> caller, String instant, int limit) {
        JsonPath page = caller.get()
                .queryParam("from", instant)
                .queryParam("limit", limit)
                .get(CHANGES)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Feed feed = new Feed(caller, limit, page.getString("nextCursor"), Map.of());
        feed.apply(page.getList("items"));
        return feed;
    }

    /** The same reader as it is now, which may go on in pages of another size. */
    Feed copy(int otherLimit) {
        return new Feed(caller, otherLimit, cursor, held);
    }

    String cursor() {
        return cursor;
    }

    /** Takes the next page. */
    List<Map<String, Object>> next() {
        JsonPath page = caller.get()
                .queryParam("cursor", cursor)
                .queryParam("limit", limit)
                .get(CHANGES)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        cursor = page.getString("nextCursor");
        List<Map<String, Object>> items = page.getList("items");
        apply(items);
        return items;
    }

    /** Takes all that follows, until there is no more. */
    List<Map<String, Object>> rest() {
        List<Map<String, Object>> all = new ArrayList<>();
        List<Map<String, Object>> page = next();
        while (!page.isEmpty()) {
            all.addAll(page);
            page = next();
        }
        return all;
    }

    @SuppressWarnings("unchecked")
    private void apply(List<Map<String, Object>> items) {
        for (Map<String, Object> item : items) {
            String id = (String) item.get("id");
            if ("UPSERT".equals(item.get("change"))) {
                held.put(id, (Map<String, Object>) item.get("incident"));
            } else {
                held.remove(id);
            }
        }
    }

    /** An entry in few words: what happened, to which record, why. */
    static String told(Map<String, Object> item) {
        return item.get("reason") == null
                ? item.get("change") + " " + ((Map<?, ?>) item.get("incident")).get("reference")
                : item.get("change") + " " + item.get("reason");
    }
}
