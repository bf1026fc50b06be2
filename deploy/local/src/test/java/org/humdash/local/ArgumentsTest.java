package org.humdash.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Map;
import org.humdash.local.Arguments.Command;
import org.humdash.local.Arguments.StartingDataChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    @Test
    void upAloneTakesTheUsualOfEverything() {
        assertEquals(
                new Arguments(Command.UP, null, Map.of(), false, false, StartingDataChoice.ONCE, true),
                Arguments.parse("up"));
    }

    @Test
    void everyOptionIsUnderstoodWithABlankOrAnEqualsSign() {
        assertEquals(
                new Arguments(
                        Command.UP,
                        Path.of("some where"),
                        Map.of(Listener.GATEWAY, 18080, Listener.POSTGRES, 65535),
                        true,
                        true,
                        StartingDataChoice.NEVER,
                        false),
                Arguments.parse(
                        "up",
                        "--data",
                        "some where",
                        "--port=18080",
                        "--postgres-port",
                        "65535",
                        "--free-ports",
                        "--fresh",
                        "--no-prometheus"));
    }

    @Test
    void theStartingDataCanBeLoadedAgain() {
        assertEquals(
                StartingDataChoice.AGAIN,
                Arguments.parse("up", "--load-starting-data").startingData());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    start                                       | unknown command start
                    up --prot 1                                 | up does not know --prot
                    up extra                                    | up does not know extra
                    up --data                                   | --data needs a value
                    up --data --fresh                           | --data needs a value
                    up --port                                   | --port needs a value
                    up --port 0                                 | --port needs a port from 1 to 65535, not 0
                    up --port 65536                             | --port needs a port from 1 to 65535, not 65536
                    up --port 99999999999                       | --port needs a port from 1 to 65535, not 99999999999
                    up --port -1                                | --port needs a port from 1 to 65535, not -1
                    up --port eighty                            | --port needs a port from 1 to 65535, not eighty
                    up --fresh=yes                              | --fresh takes no value
                    up --load-starting-data --no-starting-data  | --load-starting-data and --no-starting-data contradict each other
                    up --fresh --load-starting-data             | --fresh and --load-starting-data contradict each other
                    down --port 1                               | down does not know --port
                    status --fresh                              | status does not know --fresh
                    """)
    void whatIsNotUnderstoodIsNamed(String line, String message) {
        LocalException refused = assertThrows(LocalException.class, () -> Arguments.parse(line.split(" ")));

        assertEquals(message + " (see ./humdash help)", refused.getMessage());
        assertEquals(ExitCode.USAGE, refused.exitCode());
    }

    @Test
    void noCommandIsNamed() {
        assertEquals(
                "which command? up, down or status (see ./humdash help)",
                assertThrows(LocalException.class, Arguments::parse).getMessage());
    }
}
