package org.humdash.humanitarian;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.humdash.kit.test.EarlierAnswers;
import org.humdash.kit.test.PostgresOfAnEarlierRelease;
import org.junit.jupiter.api.Test;

/** The program starts on a database that an earlier release left, migrates it by itself, and answers as the earlier one did. */
@QuarkusTest
@QuarkusTestResource(value = PostgresOfAnEarlierRelease.class, restrictToAnnotatedClass = true)
class UpgradeResourceTest {

    @Test
    void whatWasAnsweredIsAnsweredStill() throws Exception {
        EarlierAnswers.areGivenStill();
    }
}
