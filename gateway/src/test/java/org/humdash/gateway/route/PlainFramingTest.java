package org.humdash.gateway.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpVersion;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainFramingTest {

    private static final String ENCODING = "Of the transfer encodings only chunked is understood.";
    private static final String LENGTH = "The length of the body is not clear.";
    private static final String NAME = "The name of a header holds letters, digits and !#$%&'*+-.^_`|~ only.";

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Content-Length: 0", "Content-Length: 1073741824", "Transfer-Encoding: Chunked", "x_y.z: a"})
    void letsThroughWhatIsClear(String headers) {
        assertEquals(Optional.empty(), objection(HttpVersion.HTTP_1_1, headers));
    }

    @Test
    void letsThroughWhatHttp2SaysInHeaders() {
        assertEquals(
                Optional.empty(),
                PlainFraming.objection(HttpVersion.HTTP_2, headers().add(":path", "/")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Transfer-Encoding: xchunked;" + ENCODING,
                "Transfer-Encoding: gzip, chunked;" + ENCODING,
                "Transfer-Encoding: chunked|Transfer-Encoding: chunked;" + ENCODING,
                "Transfer-Encoding: chunked|Transfer-Encoding: identity;" + ENCODING,
                "Transfer-Encoding: ;" + ENCODING,
                "Content-Length: 5|Transfer-Encoding: chunked;" + LENGTH,
                "Content-Length: 5|Content-Length: 5;" + LENGTH,
                "Content-Length: 5, 5;" + LENGTH,
                "Content-Length: +5;" + LENGTH,
                "Content-Length: -1;" + LENGTH,
                "Content-Length: ;" + LENGTH,
                "Content-Length: 1234567890123456789;" + LENGTH,
                ": a;" + NAME,
                "X Y: a;" + NAME,
                "Ünlü: a;" + NAME
            })
    void saysWhatIsNotClear(String headers, String objection) {
        assertEquals(Optional.of(objection), objection(HttpVersion.HTTP_1_1, headers));
    }

    @Test
    void aClientOfTheOldVersionCannotSendChunks() {
        assertEquals(
                Optional.of("HTTP/1.0 knows no transfer encodings."),
                objection(HttpVersion.HTTP_1_0, "Transfer-Encoding: chunked"));
    }

    private static Optional<String> objection(HttpVersion version, String text) {
        MultiMap headers = headers();
        for (String header : text.split("\\|")) {
            int colon = header.indexOf(':', header.startsWith(": ") ? 0 : 1);
            if (colon >= 0) {
                headers.add(
                        header.substring(0, colon), header.substring(colon + 1).strip());
            }
        }
        return PlainFraming.objection(version, headers);
    }

    private static MultiMap headers() {
        return MultiMap.caseInsensitiveMultiMap();
    }
}
