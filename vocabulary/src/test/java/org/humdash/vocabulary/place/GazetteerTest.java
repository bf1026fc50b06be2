package org.humdash.vocabulary.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.humdash.vocabulary.text.BilingualText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class GazetteerTest {

    private final Gazetteer gazetteer = Gazetteer.palestine();

    @Test
    void listsTheCountryTwoRegionsAndSixteenGovernorates() {
        assertEquals(
                List.of(1L, 2L, 16L),
                Stream.of(0, 1, 2)
                        .map(level -> gazetteer.areas().stream()
                                .filter(area -> area.level() == level)
                                .count())
                        .toList());
    }

    @Test
    void areaHasItsNamesCodesAndCentroid() {
        Area khanYounis = gazetteer.find("PS0270").orElseThrow();
        assertEquals(new Pcode("PS0270"), khanYounis.pcode());
        assertEquals(2, khanYounis.level());
        assertEquals(new BilingualText("Khan Younis", "خان يونس"), khanYounis.name());
        assertEquals(new Pcode("PS02"), khanYounis.parent());
        assertEquals(new Centroid(31.328, 34.318), khanYounis.centroid());
        assertEquals("PS-KYS", khanYounis.iso3166());
        assertTrue(khanYounis.aliases().contains("Khan Yunis"));
    }

    @Test
    void whatIsNotRecordedIsNull() {
        Area country = gazetteer.find("PS").orElseThrow();
        assertNull(country.parent());
        assertNull(country.centroid());
        assertNull(gazetteer.find("PS02").orElseThrow().iso3166());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "PS99", "PS0299", "ps02", "Gaza", "UA"})
    void onlyAListedCodeIsFound(String pcode) {
        assertEquals(Optional.empty(), gazetteer.find(pcode));
    }

    @ParameterizedTest
    @CsvSource({
        "Gaza, PS0260",
        "Gaza City, PS0260",
        "GAZA  CITY, PS0260",
        "غزة, PS0260",
        "غزه, PS0260",
        "مدينة غزة, PS0260",
        "Gaza Strip, PS02",
        "قطاع غزة, PS02",
        "Deir Al-Balah, PS0265",
        "Deir El Balah, PS0265",
        "deir el-balah, PS0265",
        "Dayr al‑Balaḥ, PS0265",
        "دير البلح, PS0265",
        "Khan Yunis, PS0270",
        "Khan Younis, PS0270",
        "خان يونس, PS0270",
        "خانيونس, PS0270",
        "North Gaza, PS0255",
        "شمال غزة, PS0255",
        "Rafah, PS0275",
        "رَفَح, PS0275",
        "West Bank, PS01",
        "Ramallah & Al-Bireh, PS0130",
        "اريحا, PS0135",
        "State of Palestine, PS",
        "فلسطين, PS"
    })
    void spellingsInUseAreResolved(String name, String pcode) {
        assertEquals(pcode, gazetteer.resolve(name).orElseThrow().pcode().value());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "-", "Gazza", "Gaza,", "PS02", "Jabalia", "Cairo"})
    void unknownNameIsNotGuessedAt(String name) {
        assertEquals(Optional.empty(), gazetteer.resolve(name));
    }

    @Test
    void childrenAreTheLevelBelow() {
        assertEquals(
                Set.of("PS0255", "PS0260", "PS0265", "PS0270", "PS0275"), codes(gazetteer.children(new Pcode("PS02"))));
        assertEquals(11, gazetteer.children(new Pcode("PS01")).size());
        assertEquals(List.of(), gazetteer.children(new Pcode("PS0260")));
        assertEquals(List.of(), gazetteer.children(new Pcode("UA")));
    }

    @Test
    void descendantsIncludeTheAreaItself() {
        assertEquals(19, gazetteer.withDescendants(new Pcode("PS")).size());
        assertEquals(6, gazetteer.withDescendants(new Pcode("PS02")).size());
        assertEquals(Set.of(new Pcode("PS0260")), gazetteer.withDescendants(new Pcode("PS0260")));
        assertEquals(Set.of(), gazetteer.withDescendants(new Pcode("UA")));
    }

    @Test
    void everyAreaIsResolvedByEachOfItsNames() {
        for (Area area : gazetteer.areas()) {
            Stream.concat(Stream.of(area.name().en(), area.name().ar()), area.aliases().stream())
                    .forEach(name -> assertEquals(Optional.of(area), gazetteer.resolve(name), name));
            assertFalse(area.aliases().isEmpty());
        }
    }

    private static Set<String> codes(List<Area> areas) {
        return areas.stream().map(area -> area.pcode().value()).collect(Collectors.toSet());
    }
}
