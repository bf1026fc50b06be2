package org.humdash.incident.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.humdash.vocabulary.hxl.RowProblem;
import org.humdash.vocabulary.mapping.MappingTally;
import org.humdash.vocabulary.mapping.TableMapping;
import org.humdash.vocabulary.provider.DateOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcledTableTest {

    private static final String HEADER =
            "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,inter1,"
                    + "admin1,admin2,location,latitude,longitude,geo_precision,source,notes,fatalities\n";
    private static final String PLACE = "Gaza Strip,Khan Yunis,Bani Suheila,31.34,34.33,2";

    @Test
    void rowBecomesOursFieldByField() {
        Mapped mapped = Mapped.of(HEADER
                + "PSE123,1 November 2025,1,Explosions/Remote violence,Air/drone strike,Military Forces of Israel (2022-),8,"
                + PLACE + ",Al Jazeera; WAFA,\"On 1 November, a strike hit a house.\",3\n");
        assertEquals(TableKind.ACLED.name(), mapped.proposal().kind());
        assertEquals(List.of(), mapped.proposal().missing());
        assertEquals(
                Map.ofEntries(
                        Map.entry("source", "ACLED"),
                        Map.entry("ceasefire", "GAZA-2025-10"),
                        Map.entry("reference", "PSE123"),
                        Map.entry("type", "AIR_STRIKE"),
                        Map.entry("occurred_from", "2025-11-01"),
                        Map.entry("occurred_to", "2025-11-01"),
                        Map.entry("date_precision", "1"),
                        Map.entry("place_name", "Bani Suheila"),
                        Map.entry("adm1", "PS02"),
                        Map.entry("adm2", "PS0270"),
                        Map.entry("lat", "31.34"),
                        Map.entry("lon", "34.33"),
                        Map.entry("geo_precision", "2"),
                        Map.entry("alleged_perpetrator", "Military Forces of Israel (2022-)"),
                        Map.entry("killed", "3"),
                        Map.entry("stated_source", "Al Jazeera; WAFA"),
                        Map.entry("description_en", "On 1 November, a strike hit a house.")),
                mapped.cells());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EVENT_ID_CNTY,EVENT_DATE,EVENT_TYPE,SUB_EVENT_TYPE,ADMIN2,FATALITIES",
                "Event_ID_Cnty;Event_Date;Event_Type;Sub_Event_Type;Admin2;Fatalities",
                "event id cnty\tevent date\tevent type\tsub event type\tadmin2\tfatalities",
                "EVENT_ID_C,EVENT_DATE,EVENT_TYPE,SUB_EVENT_,ADMIN2,FATALITIES",
                "Event ID Cnty|Event Date|Event Type|Sub-Event Type|Admin2|Fatalities"
            })
    void columnsAreKnownHoweverTheyAreSpelt(String header) {
        String separator = header.replaceAll(".*?(,|;|\t|\\|).*", "$1");
        String row = String.join(separator, "PSE1", "6-Jun-25", "Strategic developments", "Arrests", "Rafah", "0");
        Mapped mapped = Mapped.of(header + "\n" + row + "\n");
        assertEquals(TableKind.ACLED.name(), mapped.proposal().kind());
        assertEquals(
                Map.of(
                        "source", "ACLED",
                        "ceasefire", "GAZA-2025-10",
                        "reference", "PSE1",
                        "type", "ARREST",
                        "occurred_from", "2025-06-06",
                        "occurred_to", "2025-06-06",
                        "date_precision", "1",
                        "adm1", "PS02",
                        "adm2", "PS0275",
                        "killed", "0"),
                withoutPlace(mapped.cells()));
    }

    @ParameterizedTest
    @CsvSource({
        "Explosions/Remote violence, Air/drone strike, 8, , AIR_STRIKE",
        "Explosions/Remote violence, Shelling/artillery/missile attack, 1, , ARTILLERY_SHELLING",
        "Explosions/Remote violence, Shelling/artillery/missile attack, 8, , ARTILLERY_SHELLING",
        "Explosions/Remote violence, Shelling/artillery/missile attack, 2, , PROJECTILE_LAUNCH",
        "Explosions/Remote violence, Shelling/artillery/missile attack, 3, , PROJECTILE_LAUNCH",
        "Explosions/Remote violence, Shelling/artillery/missile attack, External/Other forces, , ARTILLERY_SHELLING",
        "Explosions/Remote violence, Shelling/artillery/missile attack, Rebel group, , PROJECTILE_LAUNCH",
        "Explosions/Remote violence, Shelling/artillery/missile attack, Political militia, , PROJECTILE_LAUNCH",
        "Explosions/Remote violence, Shelling/artillery/missile attack, , Hamas Movement, PROJECTILE_LAUNCH",
        "Explosions/Remote violence, Shelling/artillery/missile attack, , Military Forces of Israel (2022-), ARTILLERY_SHELLING",
        "Explosions/Remote violence, Shelling/artillery/missile attack, , , ARTILLERY_SHELLING",
        "Explosions/Remote violence, Grenade, 8, , BOMBARDMENT",
        "Explosions/Remote violence, , 8, , BOMBARDMENT",
        "Violence against civilians, Attack, 8, , CIVILIAN_SHOOTING",
        "Violence against civilians, Abduction/forced disappearance, 8, , ARREST",
        "Violence against civilians, Sexual violence, 8, , OTHER",
        "Battles, Armed clash, 8, , GROUND_INCURSION",
        "Battle-No change of territory, , 8, , GROUND_INCURSION",
        "Strategic developments, Arrests, 8, , ARREST",
        "Strategic developments, Looting/property destruction, 8, , DEMOLITION",
        "Strategic developments, Other, 8, , GROUND_INCURSION",
        "STRATEGIC DEVELOPMENTS, OTHER, 8, , GROUND_INCURSION",
        "Strategic developments, Agreement, 8, , OTHER",
        "Protests, Peaceful protest, 6, , OTHER"
    })
    void typeFollowsTheTable(String event, String sub, String inter, String actor, String type) {
        Mapped mapped = Mapped.of("event_id_cnty,event_date,event_type,sub_event_type,actor1,inter1\nPSE1,2025-11-01,"
                + event + "," + text(sub) + "," + text(actor) + "," + text(inter) + "\n");
        assertEquals(type, mapped.cells().get("type"));
    }

    @Test
    void tagsTellObstructionOfAidFromOtherDevelopments() {
        Mapped mapped = Mapped.of("event_id_cnty,event_date,event_type,sub_event_type,actor1,tags\n"
                + "PSE1,2025-11-01,Strategic developments,Other,x,humanitarian aid blocked\n");
        assertEquals("AID_OBSTRUCTION", mapped.cells().get("type"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2025-11-12, 2025-11-12, 1",
        "2, 2025-11-09, 2025-11-15, 3",
        "3, 2025-11-01, 2025-11-30, 4",
        "2.0, 2025-11-09, 2025-11-15, 3",
        "week, 2025-11-09, 2025-11-15, 3",
        "Month, 2025-11-01, 2025-11-30, 4",
        "1 - exact date, 2025-11-12, 2025-11-12, 1",
        ", 2025-11-12, 2025-11-12, 1"
    })
    void datePrecisionWidensTheSpan(String code, String from, String to, String precision) {
        Mapped mapped = Mapped.of("event_id_cnty,event_date,time_precision,event_type,actor1\nPSE1,12 November 2025,"
                + text(code) + ",Battles,x\n");
        assertEquals(
                List.of(from, to, precision),
                List.of(
                        mapped.cells().get("occurred_from"),
                        mapped.cells().get("occurred_to"),
                        mapped.cells().get("date_precision")));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 5", "exact, 1", "near, 2", "Region, 5", "Precision 3, 5"})
    void placePrecisionIsToldOnOurScale(String code, String precision) {
        Mapped mapped = Mapped.of(
                "event_id_cnty,event_date,event_type,actor1,geo_precision\nPSE1,2025-11-01,Battles,x," + code + "\n");
        assertEquals(precision, mapped.cells().get("geo_precision"));
    }

    @Test
    void codesThatAreNoneAreProblemsInTheColumnOfTheFile() {
        Mapped mapped = Mapped.of("EVENT_ID_CNTY,EVENT_DATE,EVENT_TYPE,ACTOR1,GEO_PRECISION,FATALITIES\n"
                + "PSE1,yesterday,Battles,x,9,many\n");
        assertEquals(
                List.of(
                        new RowProblem(
                                2,
                                "EVENT_DATE",
                                "NOT_A_DATE",
                                "\"yesterday\" is not a date such as 2025-12-19 or 19 December 2025"),
                        new RowProblem(2, "GEO_PRECISION", "UNKNOWN_CODE", "A geo_precision is 1, 2 or 3"),
                        new RowProblem(2, "FATALITIES", "NOT_A_NUMBER", "\"many\" is not a number")),
                mapped.problems());
    }

    @ParameterizedTest
    @CsvSource({"13/06/2025, 2025-06-07", "06/13/2025, 2025-07-06"})
    void oneCertainDateSettlesTheOrderOfTheWholeFile(String certain, String day) {
        Mapped mapped = Mapped.of("event_id_cnty,event_date,event_type,actor1\nPSE1,07/06/2025,Battles,x\nPSE2,"
                + certain + ",Battles,x\n");
        assertEquals(day, mapped.rows().getFirst().cells().get("occurred_from"));
        assertEquals(List.of(), mapped.problems());
    }

    @Test
    void datesNothingSettlesAreRefusedUntilTheOrderIsSaid() {
        String text = "event_id_cnty,event_date,event_type,actor1\nPSE1,07/06/2025,Battles,x\n";
        Mapped mapped = Mapped.of(text);
        assertEquals("AMBIGUOUS_DATE", mapped.problems().getFirst().code());
        TableMapping told = mapped.proposal().mapping().with(DateOrder.DAY_FIRST);
        assertEquals("2025-06-07", Mapped.of(text, told).cells().get("occurred_from"));
    }

    @Test
    void olderKeyIsTakenWhereThereIsNoNewerOne() {
        Mapped mapped = Mapped.of("data_id,event_date,event_type,actor1\n7654321,2025-11-01,Battles,x\n");
        assertEquals("7654321", mapped.cells().get("reference"));
    }

    @Test
    void recordWithoutAKeyHasTheSameOneHoweverItsFileIsWritten() {
        String one = reference("event_date,event_type,actor1,location,latitude,fatalities,notes\n"
                + "6-Jun-25,Battles,Café,Rafah,31.3,2,A clash\n");
        assertEquals(
                one,
                reference("FATALITIES;NOTES;EVENT_DATE;LOCATION;LATITUDE;EVENT_TYPE;ACTOR1\n"
                        + "5;a clash;2025-06-06;Rafah;31.3;BATTLES;cafe\n"));
        assertNotEquals(
                one,
                reference("event_date,event_type,actor1,location,latitude,fatalities,notes\n"
                        + "6-Jun-25,Battles,Café,Rafah,31.3,2,Another clash\n"));
        assertTrue(one.matches("content-[0-9a-f]{32}"), one);
    }

    @Test
    void areasThatAreNotKnownAreLeftEmptyAndCounted() {
        Mapped mapped = Mapped.of("event_id_cnty,event_date,event_type,actor1,admin1,admin2,location\n"
                + "1,2025-11-01,Battles,x,Gaza Strip,Deir al Balah,Nuseirat\n"
                + "2,2025-11-01,Battles,x,West Bank,Rafah,A\n"
                + "3,2025-11-01,Battles,x,Donetska,Pokrovskyi,Hirnyk\n"
                + "4,2025-11-01,Battles,x,Donetska,Pokrovskyi,Hirnyk\n"
                + "5,2025-11-01,Battles,x,Gaza Strip,,\n"
                + "6,2025-11-01,Battles,x,North Gaza,Jabalia,Jabalia\n"
                + "7,2025-11-01,Battles,x,,North Gaza governorate,\n");
        assertEquals(
                List.of(
                        "PS02 PS0265 Nuseirat",
                        "PS01 null A",
                        "null null Hirnyk",
                        "null null Hirnyk",
                        "PS02 null Gaza Strip",
                        "PS02 PS0255 Jabalia",
                        "PS02 PS0255 North Gaza governorate"),
                mapped.rows().stream()
                        .map(row -> row.cells().get("adm1") + " " + row.cells().get("adm2") + " "
                                + row.cells().get("place_name"))
                        .toList());
        assertEquals(new MappingTally(3, Map.of("Rafah", 1L, "Pokrovskyi", 2L), Map.of(), 7), mapped.tally());
    }

    private static String reference(String text) {
        return Mapped.of(text).cells().get("reference");
    }

    private static Map<String, String> withoutPlace(Map<String, String> cells) {
        assertEquals("Rafah", cells.get("place_name"));
        Map<String, String> rest = new HashMap<>(cells);
        rest.remove("place_name");
        return rest;
    }

    private static String text(String given) {
        return given == null ? "" : given;
    }
}
