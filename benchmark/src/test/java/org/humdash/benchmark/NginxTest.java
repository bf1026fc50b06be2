package org.humdash.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NginxTest {

    @Test
    void headersAreAddedButThoseItSaysByItself() {
        Map<String, List<String>> headers = new TreeMap<>(Map.of(
                "Cache-Control", List.of("no-cache"),
                "content-length", List.of("12"),
                "ETag", List.of("\"a\""),
                "Transfer-Encoding", List.of("chunked"),
                "Link", List.of("<a>; rel=\"next\"")));

        assertEquals(
                "        add_header Cache-Control \"no-cache\";\n        add_header Link \"<a>; rel=\\\"next\\\"\";",
                Nginx.added(HttpHeaders.of(headers, (name, value) -> true)));
    }
}
