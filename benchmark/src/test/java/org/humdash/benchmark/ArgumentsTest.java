package org.humdash.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    private static final Path HERE = Path.of("").toAbsolutePath();
    private static final List<Subject> ALL = List.of(Subject.values());

    @Test
    void withoutArgumentsTheUsualSizesAreMeasured() {
        assertEquals(new Arguments(HERE, ALL, 50_000, 300_000, 300_000), Arguments.of());
    }

    @Test
    void fullRunGoesToFiveMillions() {
        assertEquals(
                new Arguments(Path.of("/srv/humdash"), ALL, 50_000, 1_000_000, 5_000_000),
                Arguments.of("--full", "--home", "/srv/humdash"));
    }

    @Test
    void sizesAreTheFewThoseTransferredAndTheMany() {
        assertEquals(new Arguments(HERE, ALL, 10, 20, 30), Arguments.of("--rows", "10,20,30"));
    }

    @Test
    void oneServiceMayBeMeasuredAlone() {
        assertEquals(
                new Arguments(HERE, List.of(Subject.HUMANITARIAN), 50_000, 300_000, 300_000),
                Arguments.of("--only", "humanitarian"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--rows",
                "--rows 5",
                "--rows 0,1",
                "--rows 1,50000001",
                "--rows 1,,2",
                "--rows 1,2,3,4",
                "--rows 1,many",
                "--size 5",
                "--rows 1 2",
                "--full --rows 1,2",
                "--full --full",
                "--only nginx",
                "--only incident --only incident",
                "--home"
            })
    void anythingElseIsRefused(String words) {
        assertThrows(IllegalArgumentException.class, () -> Arguments.of(words.split(" ")));
    }
}
