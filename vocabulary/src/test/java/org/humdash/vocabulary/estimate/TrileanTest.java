package org.humdash.vocabulary.estimate;

import static org.humdash.vocabulary.estimate.Trilean.FALSE;
import static org.humdash.vocabulary.estimate.Trilean.TRUE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrileanTest {

    @ParameterizedTest
    @CsvSource({
        "TRUE, TRUE, TRUE, TRUE",
        "TRUE, UNKNOWN, UNKNOWN, TRUE",
        "TRUE, FALSE, FALSE, TRUE",
        "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN",
        "UNKNOWN, FALSE, FALSE, UNKNOWN",
        "FALSE, FALSE, FALSE, FALSE"
    })
    void combinesAsKleeneDid(Trilean a, Trilean b, Trilean and, Trilean or) {
        assertEquals(and, a.and(b));
        assertEquals(and, b.and(a));
        assertEquals(or, a.or(b));
        assertEquals(or, b.or(a));
    }

    @ParameterizedTest
    @CsvSource({"TRUE, FALSE", "UNKNOWN, UNKNOWN", "FALSE, TRUE"})
    void notTurnsOnlyAnAnswerAround(Trilean answer, Trilean opposite) {
        assertEquals(opposite, answer.not());
    }

    @Test
    void booleansAreAnswers() {
        assertEquals(TRUE, Trilean.of(true));
        assertEquals(FALSE, Trilean.of(false));
    }
}
