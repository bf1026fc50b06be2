package org.humdash.humanitarian.headline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.humdash.humanitarian.headline.HeadlinePolicy.Candidate;
import org.humdash.humanitarian.headline.HeadlinePolicy.Rule;
import org.junit.jupiter.api.Test;

class HeadlinePolicyTest {

    private static final LocalDate EARLIER = LocalDate.of(2025, 12, 12);
    private static final LocalDate LATER = LocalDate.of(2025, 12, 19);

    private static final HeadlinePolicy NO_PREFERENCE = new HeadlinePolicy(List.of());

    @Test
    void theOnlyClaimIsChosenWithoutARule() {
        chooses("A", null, NO_PREFERENCE, claim("A", EARLIER).build());
    }

    @Test
    void noClaimIsChosenFromNone() {
        assertEquals(Optional.empty(), NO_PREFERENCE.choose(List.of()));
    }

    @Test
    void newestValidityLeads() {
        chooses(
                "B",
                Rule.NEWEST_VALIDITY,
                NO_PREFERENCE,
                claim("A", EARLIER).build(),
                claim("B", LATER).build());
    }

    @Test
    void ownDefinitionLeadsEvenWhenOlder() {
        chooses(
                "A",
                Rule.OWN_DEFINITION,
                NO_PREFERENCE,
                claim("A", EARLIER).build(),
                claim("B", LATER).otherDefinition().build());
    }

    @Test
    void newestLeadsWhenEveryDefinitionIsAnotherOne() {
        chooses(
                "B",
                Rule.NEWEST_VALIDITY,
                NO_PREFERENCE,
                claim("A", EARLIER).otherDefinition().build(),
                claim("B", LATER).otherDefinition().build());
    }

    @Test
    void aSourceThatIsSetToComeFirstLeadsEvenWhenOlder() {
        chooses(
                "A",
                Rule.SOURCE_PRIORITY,
                new HeadlinePolicy(List.of("A")),
                claim("A", EARLIER).build(),
                claim("B", LATER).build());
    }

    @Test
    void theOrderOfSourcesIsFollowed() {
        chooses(
                "B",
                Rule.SOURCE_PRIORITY,
                new HeadlinePolicy(List.of("C", "B", "A")),
                claim("A", LATER).build(),
                claim("B", EARLIER).build());
    }

    @Test
    void ownDefinitionComesBeforeTheOrderOfSources() {
        chooses(
                "B",
                Rule.OWN_DEFINITION,
                new HeadlinePolicy(List.of("A")),
                claim("A", LATER).otherDefinition().build(),
                claim("B", EARLIER).build());
    }

    @Test
    void validityIsComparedAmongTheClaimsOfOneSource() {
        chooses(
                "A",
                Rule.NEWEST_VALIDITY,
                new HeadlinePolicy(List.of("A")),
                claim("A", LATER).build(),
                claim("A", EARLIER).build(),
                claim("B", LATER).build());
    }

    @Test
    void aStatementLeadsBeforeItsRelay() {
        chooses(
                "B",
                Rule.STATEMENT_BEFORE_RELAY,
                NO_PREFERENCE,
                claim("A", LATER).relay().published(LATER.plusDays(1)).build(),
                claim("B", LATER).published(LATER).build());
    }

    @Test
    void newestPublicationLeadsAmongEqualPeriods() {
        chooses(
                "B",
                Rule.NEWEST_PUBLICATION,
                NO_PREFERENCE,
                claim("A", EARLIER).published(EARLIER).build(),
                claim("B", EARLIER).published(LATER).build());
    }

    @Test
    void aClaimWithoutADateOfPublicationComesLast() {
        chooses(
                "B",
                Rule.NEWEST_PUBLICATION,
                NO_PREFERENCE,
                claim("A", EARLIER).build(),
                claim("B", EARLIER).published(EARLIER).build());
    }

    @Test
    void theAlphabetDecidesWhereNothingElseDoes() {
        chooses(
                "A",
                Rule.ALPHABET,
                NO_PREFERENCE,
                claim("B", EARLIER).build(),
                claim("A", EARLIER).build());
    }

    @Test
    void aClaimAboutAPartIsNeverChosen() {
        chooses(
                "A",
                null,
                NO_PREFERENCE,
                claim("A", EARLIER).build(),
                claim("B", LATER).part().build());
        assertEquals(
                Optional.empty(),
                NO_PREFERENCE.choose(List.of(claim("B", LATER).part().build())));
    }

    @Test
    void theChoiceDoesNotDependOnTheOrderOfTheClaims() {
        List<Candidate> claims = new ArrayList<>(List.of(
                claim("A", EARLIER).published(EARLIER).build(),
                claim("B", LATER).relay().build(),
                claim("C", LATER).published(LATER).build(),
                claim("D", LATER).published(EARLIER).build(),
                claim("E", LATER.plusDays(1)).otherDefinition().build()));
        Random random = new Random(1);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(claims, random);
            chooses("C", Rule.NEWEST_PUBLICATION, NO_PREFERENCE, claims.toArray(Candidate[]::new));
        }
    }

    private static void chooses(String originator, Rule decidedBy, HeadlinePolicy policy, Candidate... claims) {
        var choice = policy.choose(List.of(claims)).orElseThrow();
        assertEquals(originator, choice.claim().originator());
        assertEquals(Optional.ofNullable(decidedBy), choice.decidedBy());
    }

    private static Claim claim(String originator, LocalDate validTo) {
        return new Claim(originator, validTo);
    }

    /** A claim by the indicator's own definition, about all, not dated and no relay, unless said otherwise. */
    private static final class Claim {

        private final String originator;
        private final LocalDate validTo;
        private boolean ownDefinition = true;
        private boolean aboutAll = true;
        private boolean relay;
        private LocalDate publishedOn;

        Claim(String originator, LocalDate validTo) {
            this.originator = originator;
            this.validTo = validTo;
        }

        Claim otherDefinition() {
            ownDefinition = false;
            return this;
        }

        Claim part() {
            aboutAll = false;
            return this;
        }

        Claim relay() {
            relay = true;
            return this;
        }

        Claim published(LocalDate on) {
            publishedOn = on;
            return this;
        }

        Candidate build() {
            UUID id = UUID.nameUUIDFromBytes((originator + validTo).getBytes());
            return new Candidate(id, originator, "r", ownDefinition, aboutAll, validTo, relay, publishedOn);
        }
    }
}
