package org.humdash.kit.test;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A reader that follows the feed page by page and does what its entries say. */
public final class Feed {

    /**
     * Which feed.
     *
     * @param record the field of an entry that has the record
     * @param key the field of an entry that names it
     */
    public record Kind(String path, String record, String key) {}

    private final Kind kind;
    private final Supplier<RequestSpecification> caller;
    private final int limit;
    public final Map<String, Map<String, Object>> held;
    private String cursor;

    private Feed(
            Kind kind,
            Supplier<RequestSpecification> caller,
            int limit,
            String cursor,
            Map<String, Map<String, Object>> held) {
        this.kind = kind;
        this.caller = caller;
        this.limit = limit;
        this.cursor = cursor;
        this.held = new LinkedHashMap<>(held);
    }

    /** A reader that begins at an instant, holding nothing. */
    public static Feed from(Kind kind, Supplier<RequestSpecification> caller, String instant, int limit) {
        JsonPath page = caller.get()
                .queryParam("from", instant)
                .queryParam("limit", limit)
                .get(kind.path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Feed feed = new Feed(kind, caller, limit, page.getString("nextCursor"), Map.of());
        feed.apply(page.getList("items"));
        return feed;
    }

    /** The same reader as it is now, which may go on in pages of another size. */
    public Feed copy(int otherLimit) {
        return new Feed(kind, caller, otherLimit, cursor, held);
    }

    public String cursor() {
        return cursor;
    }

    /** Takes the next page. */
    public List<Map<String, Object>> next() {
        JsonPath page = caller.get()
                .queryParam("cursor", cursor)
                .queryParam("limit", limit)
                .get(kind.path)
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
    public List<Map<String, Object>> rest() {
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
            String id = (String) item.get(kind.key);
            if ("UPSERT".equals(item.get("change"))) {
                held.put(id, (Map<String, Object>) item.get(kind.record));
            } else {
                held.remove(id);
            }
        }
    }

    /** An entry in few words: what happened, to which record by its reference or code, why. */
    public static String told(Map<String, Object> item) {
        if (item.get("reason") != null) {
            return item.get("change") + " " + item.get("reason");
        }
        Map<?, ?> record = item.values().stream()
                .filter(Map.class::isInstance)
                .map(Map.class::cast)
                .findFirst()
                .orElseThrow();
        return item.get("change") + " "
                + (record.containsKey("reference") ? record.get("reference") : record.get("code"));
    }
}
