package org.humdash.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ChromiumTest {

    @Test
    void theTimeIsReadFromTheAnswer() throws IOException {
        assertEquals(
                184.5,
                Chromium.number("{\"id\":5,\"result\":{\"result\":{\"type\":\"number\",\"value\":184.5,"
                        + "\"description\":\"184.5\"}},\"sessionId\":\"A\"}"));
    }

    @Test
    void anAnswerWithoutATimeIsAnErrorThatSaysWhatCame() {
        String answer = "{\"id\":5,\"result\":{\"result\":{\"type\":\"undefined\"}}}";
        IOException refused = assertThrows(IOException.class, () -> Chromium.number(answer));
        assertEquals("Chromium says: " + answer, refused.getMessage());
    }
}
