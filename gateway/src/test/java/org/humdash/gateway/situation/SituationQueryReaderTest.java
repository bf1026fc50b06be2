package org.humdash.gateway.situation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.humdash.gateway.parameter.CommonParameters;
import org.humdash.gateway.testing.Configured;
import org.humdash.vocabulary.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SituationQueryReaderTest {

    private static final String NOON = "2025-12-19T12:00:00.123987654Z";

    @Test
    void withoutParametersTheDefaultsAreMeantAndTheInstantIsPinnedToTheMillisecond() {
        SituationQuery query = reader(NOON).read(parameters(), null);

        assertEquals("GAZA-2025-10", query.ceasefire());
        assertEquals("PS02", query.area().pcode().value());
        assertEquals(LocalDate.of(2025, 12, 19), query.asOf());
        assertEquals(Instant.parse("2025-12-19T12:00:00.123Z"), query.knownAt());
    }

    @Test
    void everySectionIsMeantUnlessSomeAreNamed() {
        assertEquals(
                Set.of(SectionName.values()),
                reader(NOON).read(parameters(), null).sections());
        assertEquals(
                Set.of(SectionName.CLAIMS, SectionName.LEDGER),
                reader(NOON)
                        .read(parameters("sections", "ledger, claims,ledger"), null)
                        .sections());
    }

    @Test
    void theLanguageIsTheOneNamedAndOtherwiseTheOneTheHeaderAsksFor() {
        assertEquals(
                Language.EN, reader(NOON).read(parameters("lang", "en"), "ar").language());
        assertEquals(
                Language.AR, reader(NOON).read(parameters(), "ar-PS, en;q=0.5").language());
        assertEquals(Language.EN, reader(NOON).read(parameters(), null).language());
    }

    @Test
    void whetherADayAndAnInstantWereNamedIsKept() {
        SituationQuery defaults = reader(NOON).read(parameters(), null);
        SituationQuery named =
                reader(NOON).read(parameters("asOf", "2025-12-19", "knownAt", "2025-12-19T12:00:00.123Z"), null);

        assertEquals(true, defaults.today() && defaults.now());
        assertEquals(false, named.today() || named.now());
        assertEquals(defaults.asOf(), named.asOf());
        assertEquals(defaults.knownAt(), named.knownAt());
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-19T21:59:59.999Z, 2025-12-19",
        "2025-12-19T22:00:00Z, 2025-12-20",
        "2025-07-01T20:59:59Z, 2025-07-01",
        "2025-07-01T21:00:00Z, 2025-07-02"
    })
    void todayIsTheDayInGaza(String now, LocalDate today) {
        assertEquals(today, reader(now).read(parameters(), null).asOf());
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-19T18:00:00Z, 2025-12-19T18:00:00Z",
        "2025-12-19T20:00:00+02:00, 2025-12-19T18:00:00Z",
        "2025-12-19T18:00:00.123456789Z, 2025-12-19T18:00:00.123456789Z"
    })
    void anInstantIsTakenAsItIs(String text, Instant instant) {
        assertEquals(
                instant, reader(NOON).read(parameters("knownAt", text), null).knownAt());
    }

    @ParameterizedTest
    @CsvSource({
        "asOf, 2025-02-30, '\"2025-02-30\" is not a day of the calendar. Write it as in asOf=2025-12-19', 2025-12-19",
        "asOf, 20251219, '\"20251219\" is not a day of the calendar. Write it as in asOf=2025-12-19', 2025-12-19",
        "asOf, 1899-12-31, '1899-12-31 lies outside the years 1900 to 2100. Write it as in asOf=2025-12-19', 2025-12-19",
        "asOf, +12345-01-01, '+12345-01-01 lies outside the years 1900 to 2100. Write it as in asOf=2025-12-19', 2025-12-19",
        "knownAt, 2025-12-19, '\"2025-12-19\" is not an instant with its offset from UTC. Write it as in knownAt=2025-12-19T18:00:00Z', 2025-12-19T18:00:00Z",
        "knownAt, 2025-12-19T20:00:00 02:00, '\"2025-12-19T20:00:00 02:00\" is not an instant with its offset from UTC. In an address a plus sign is written %2B. Write it as in knownAt=2025-12-19T18:00:00Z', 2025-12-19T18:00:00Z",
        "knownAt, +1000000000-01-01T00:00:00Z, '+1000000000-01-01T00:00:00Z lies outside the years 1900 to 2100. Write it as in knownAt=2025-12-19T18:00:00Z', 2025-12-19T18:00:00Z",
        "area, PS99, '\"PS99\" is not a P-code of the gazetteer. Write it as in area=PS02', PS02",
        "area, Gaza, '\"Gaza\" is not a P-code of the gazetteer. Write it as in area=PS02', PS02",
        "sections, 'claims,deaths', '\"deaths\" is not a section. There are ceasefire, claims, ledger, indicators, timeline. Write it as in sections=ceasefire,claims', 'ceasefire,claims'",
        "sections, 'claims,', '\"\" is not a section. There are ceasefire, claims, ledger, indicators, timeline. Write it as in sections=ceasefire,claims', 'ceasefire,claims'",
        "lang, fr, '\"fr\" is neither en nor ar. Write it as in lang=ar', ar",
        "ceasefire, ../claims, '\"../claims\" is not the code of a ceasefire. Write it as in ceasefire=GAZA-2025-10', GAZA-2025-10",
        "ceasefire, a b, '\"a b\" is not the code of a ceasefire. Write it as in ceasefire=GAZA-2025-10', GAZA-2025-10"
    })
    void refusesWhatCannotBeReadAndShowsHowItIsWritten(String name, String value, String detail, String example) {
        HttpProblem problem = refusal(parameters(name, value));

        assertEquals(400, problem.getStatusCode());
        assertEquals("urn:humdash:problem:invalid-parameter", problem.getType().toString());
        assertEquals(detail, problem.getDetail());
        assertEquals(Map.of("parameter", name, "example", example), problem.getParameters());
    }

    @Test
    void refusesAParameterThatStandsTwice() {
        MultivaluedMap<String, String> twice = parameters("asOf", "2025-12-19");
        twice.add("asOf", "2025-12-18");

        assertEquals("asOf is given 2 times.", refusal(twice).getDetail());
    }

    @Test
    void refusesAParameterNobodyKnowsBecauseItMayBeAMisspeltOne() {
        assertEquals(
                "There is no parameter asof. There are area, asOf, ceasefire, knownAt, lang, sections.",
                refusal(parameters("asof", "2025-12-19")).getDetail());
    }

    @Test
    void repeatsOnlyTheBeginningOfALongValue() {
        String detail = refusal(parameters("area", "x".repeat(10_000))).getDetail();

        assertTrue(detail.startsWith("\"" + "x".repeat(40) + "…\" is not"), detail);
    }

    @Test
    void aDefaultAreaThatDoesNotExistStopsTheStart() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new CommonParameters(
                        Configured.with(Map.of("humdash.gateway.situation.default-area", "PS99"))
                                .situation(),
                        clock(NOON),
                        present -> present));

        assertEquals(
                "humdash.gateway.situation.default-area must be a P-code that is known, but is PS99",
                refusal.getMessage());
    }

    private static HttpProblem refusal(MultivaluedMap<String, String> parameters) {
        return assertThrows(HttpProblem.class, () -> reader(NOON).read(parameters, null));
    }

    private static SituationQueryReader reader(String now) {
        return new SituationQueryReader(
                new CommonParameters(Configured.with(Map.of()).situation(), clock(now), present -> present));
    }

    private static Clock clock(String now) {
        return Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    }

    private static MultivaluedMap<String, String> parameters(String... namesAndValues) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return parameters;
    }
}
