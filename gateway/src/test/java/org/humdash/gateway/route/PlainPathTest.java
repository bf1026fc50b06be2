package org.humdash.gateway.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/claims",
                "/api/v1/claims/",
                "/api/v1/claims/018c7f1e-0000-7000-8000-000000000000/revisions",
                "/api/v1/sources/Quds%20News",
                "/api/v1/sources/%D8%BA%D8%B2%D8%A9",
                "/api/v1/sources/a.b..c",
                "/api/v1/sources/...",
                "/q/swagger-ui/index.html",
                "/a~b!$&'()*+,=:@c"
            })
    void letsPlainPathsThrough(String path) {
        assertEquals(Optional.empty(), PlainPath.objection(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/claims/../sources",
                "/api/v1/claims/..",
                "/api/v1/claims/.",
                "/./api/v1/claims",
                "/api/v1/claims/%2e%2e/sources",
                "/api/v1/claims/%2E./sources",
                "/api/v1/claims/.%2e",
                "/api/v1/claims/..%2fsources",
                "/api/v1/claims/..%2Fsources",
                "/api/v1/claims/..%5csources",
                "/api/v1/claims/..\\sources",
                "/api/v1/claims/..;/sources",
                "/api/v1/claims;a=b",
                "/api/v1/claims%3Ba",
                "/api/v1/claims/%252e%252e/sources",
                "/api/v1/claims/%00",
                "/api/v1/claims/%0d%0aX:y",
                "/api/v1/claims/%7f",
                "/api/v1/claims/%c0%ae%c0%ae/sources",
                "/api/v1/claims/%e0%80%af",
                "/api/v1/claims/%f8%80%80%80%af",
                "/api/v1/claims/%ed%a0%80",
                "/api/v1/claims/%d8",
                "/api/v1/claims/%",
                "/api/v1/claims/%2",
                "/api/v1/claims/%zz",
                "/api/v1/claims/%2/x",
                "//api/v1/claims",
                "/api//v1/claims",
                "/api/v1/claims//",
                "/api/v1/قطاع",
                "/api/v1/a b",
                "/api/v1/a\tb",
                "/api/v1/<a>",
                "/api/v1/a\"b",
                "api/v1/claims",
                "*"
            })
    void objectsToWhatProgramsReadDifferently(String path) {
        assertTrue(PlainPath.objection(path).isPresent());
    }

    @ParameterizedTest
    @NullAndEmptySource
    void objectsToNoPathAtAll(String path) {
        assertEquals(Optional.of("A path begins with a slash."), PlainPath.objection(path));
    }

    @Test
    void saysWhatIsWrong() {
        assertEquals(
                Optional.of("Write out where you want to go instead of . and .. steps."),
                PlainPath.objection("/api/v1/claims/%2e%2e"));
        assertEquals(Optional.of("Two slashes may not stand side by side."), PlainPath.objection("/api//v1"));
        assertEquals(
                Optional.of("A percent sign is followed by two hexadecimal digits."), PlainPath.objection("/api/%4"));
    }
}
