package org.humdash.kit.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LostDatabaseTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "53100", "53200", "53300", "57P01", "57P02", "57P03", "58030"})
    void whatPassesByItselfIsToldAsSuch(String state) {
        HttpProblem problem = LostDatabase.problem(
                        new RuntimeException("wrapped", new IllegalStateException(new SQLException("gone", state))))
                .orElseThrow();

        assertEquals(503, problem.getStatusCode());
        assertEquals(
                "urn:humdash:problem:database-unavailable", problem.getType().toString());
        assertEquals(Map.of("Retry-After", "5"), problem.getHeaders());
    }

    @Test
    void aPoolWithNoFreeConnectionPassesByItselfToo() {
        assertTrue(LostDatabase.problem(
                        new SQLException("Acquisition timeout while waiting for new connection", (String) null))
                .isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "57014", "22003"})
    void mistakesAreNot(String state) {
        assertTrue(LostDatabase.problem(new SQLException("no", state)).isEmpty());
    }

    @Test
    void whatIsNotOfTheDatabaseIsNot() {
        assertTrue(LostDatabase.problem(null).isEmpty());
        assertTrue(LostDatabase.problem(new IllegalStateException()).isEmpty());
    }
}
