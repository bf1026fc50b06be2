package org.humdash.incident.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundingBoxTest {

    @Test
    void aBoxIsWestSouthEastNorth() {
        assertEquals(new BoundingBox(-34.2, 31.2, 34.6, 31.6), BoundingBox.parse("-34.2,31.2,34.6,31.6"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1,2,3",
                "1,2,3,4,5",
                "34.6,31.2,34.2,31.6",
                "34.2,31.6,34.6,31.2",
                "34.2,31.2,34.6,91",
                "181,0,182,1",
                "NaN,0,1,1",
                "1e1,0,20,1",
                "0,0,1,1;",
                "0x1,0,1,1"
            })
    void anythingElseIsRefused(String text) {
        HttpProblem problem = assertThrows(HttpProblem.class, () -> BoundingBox.parse(text));
        assertEquals(400, problem.getStatusCode());
    }
}
