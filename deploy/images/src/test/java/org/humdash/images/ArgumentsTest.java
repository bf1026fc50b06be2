package org.humdash.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    @Test
    void withoutAnythingTheImagesAreThoseOfCompose() {
        Path home = Path.of("").toAbsolutePath();
        assertEquals(
                new Arguments(
                        home,
                        "gcr.io/distroless/base-nossl-debian12:nonroot",
                        home.resolve("deploy/images/target/images"),
                        "local",
                        "",
                        true,
                        7,
                        ""),
                Arguments.parse(List.of()));
    }

    @Test
    void eachOptionIsTaken() {
        assertEquals(
                new Arguments(
                        Path.of("/p"),
                        "b.tar",
                        Path.of("/o"),
                        "1.2.3",
                        "https://example.org/source",
                        false,
                        21,
                        "gateway"),
                Arguments.parse(List.of(
                        "--home",
                        "/p",
                        "--base",
                        "b.tar",
                        "--out",
                        "/o",
                        "--tag",
                        "1.2.3",
                        "--source",
                        "https://example.org/source",
                        "--no-archive",
                        "--runs",
                        "21",
                        "--only",
                        "gateway")));
    }

    @ParameterizedTest
    @CsvSource({
        "--runs none,'--runs wants a number, not none'",
        "--base,--base wants a value",
        "--bas x,--bas is not understood"
    })
    void whatIsNotUnderstoodIsSaid(String words, String message) {
        ImagesException refused = assertThrows(ImagesException.class, () -> Arguments.parse(List.of(words.split(" "))));
        assertEquals(message + "\n" + Arguments.USAGE, refused.getMessage());
    }

    @Test
    void oneServiceIsChosenByItsName() throws Exception {
        assertEquals(
                List.of("gateway"),
                Arguments.parse(List.of("--home", "../..", "--only", "gateway")).services().stream()
                        .map(Service::name)
                        .toList());
        Arguments unknown = Arguments.parse(List.of("--home", "../..", "--only", "gate"));
        assertEquals(
                "there is no service gate",
                assertThrows(ImagesException.class, unknown::services).getMessage());
    }

    @Test
    void theMedianIsTheOneInTheMiddle() {
        assertEquals(3, StartMeasurement.median(List.of(9L, 1L, 3L)));
        assertEquals(4, StartMeasurement.median(List.of(9L, 5L, 1L, 3L)));
    }
}
