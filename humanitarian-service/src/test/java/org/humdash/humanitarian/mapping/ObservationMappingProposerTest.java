package org.humdash.humanitarian.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.humdash.vocabulary.hxl.RowProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservationMappingProposerTest {

    @Test
    void ourOwnColumnsAreReadWhateverTheStyleOfDatesAndAreas() {
        Mapped own = Mapped.of("""
                indicator;area;originator;reference;value;valid_from;valid_to
                STORM_DEATHS_ALL;Khan Yunis;GAZA_MOH;a;at least 12;10 December 2025;
                """, Map.of());
        assertEquals("OWN", own.kind());
        assertEquals(
                List.of(Map.of(
                        "indicator", "STORM_DEATHS_ALL",
                        "area", "PS0270",
                        "originator", "GAZA_MOH",
                        "reference", "a",
                        "value", "at least 12",
                        "valid_from", "2025-12-10",
                        "valid_to", "2025-12-10")),
                own.cells());
    }

    @Test
    void aTableWithSeveralTaggedFiguresGivesSeveralObservationsARow() {
        Mapped wide = Mapped.of("""
                Day,Governorate,Displaced,Killed,Killed min,Killed women,Share
                #date,#adm2+code,#affected+displaced+ind,#affected+killed,#affected+killed+min,#affected+killed+f,#impact+structures+destroyed+pct
                2025-12-10,PS0260,"1,200",,3,2,81.5
                2025-12-11,PS0265,,,,,
                """, Map.of("originator", "OCHA"));
        assertEquals("HXL", wide.kind());
        assertEquals(List.of(), wide.proposal().missing());
        assertEquals(
                List.of(
                        "SHELTER_PEOPLE_ALL 1200",
                        "STORM_DEATHS_ALL null",
                        "STORM_DEATHS_ALL 2",
                        "STRUCTURES_DESTROYED_PCT 81.5"),
                wide.cells().stream()
                        .map(cells -> cells.get("indicator") + " " + cells.get("value"))
                        .toList());
        assertEquals("3", wide.cells().get(1).get("lower"));
        assertEquals("FEMALE", wide.cells().get(2).get("sex"));
        assertTrue(wide.cells().getFirst().get("reference").endsWith(":SHELTER_PEOPLE_ALL"));
    }

    @Test
    void aTableThatNamesItsIndicatorsHasItsFiguresInTheValueColumn() {
        Mapped table = Mapped.of("""
                #indicator+code,#date+start,#date+end,#adm1+name,#value,#meta+id
                STORM_DEATHS_ALL,2025-12-10,2025-12-12,Gaza Strip,13,x1
                """, Map.of("originator", "OCHA"));
        assertEquals(
                List.of(Map.of(
                        "indicator", "STORM_DEATHS_ALL",
                        "area", "PS02",
                        "originator", "OCHA",
                        "reference", "x1",
                        "value", "13",
                        "valid_from", "2025-12-10",
                        "valid_to", "2025-12-12")),
                table.cells());
    }

    @Test
    void aTagThatIsNoIndicatorsIsNotGuessedAtButCanBeToldByAParameter() {
        String table = "#date,#adm1+code,#affected+hungry\n2025-12-10,PS02,70\n";
        Mapped untold = Mapped.of(table, Map.of("originator", "OCHA"));
        assertEquals(List.of("indicator"), untold.proposal().missing());
        assertEquals(
                "#affected+hungry is no indicator's hashtag and is not read; a mapping can say whose it is",
                untold.proposal().notes().getFirst());
        Mapped told = Mapped.of(table, Map.of("originator", "OCHA", "indicator", "PEOPLE_TARGETED"));
        assertEquals(List.of(), told.proposal().missing());
        assertEquals("70", told.cells().getFirst().get("value"));
    }

    @Test
    void whatIsNotAvailableIsNoCodeAndTheAreaAroundItStands() {
        Mapped dtm = Mapped.of("""
                {"result": [
                 {"id": 1, "admin0Pcode": "PSE", "admin1Pcode": "PS02", "admin2Pcode": "Not available", "numPresentIdpInd": 40,
                  "reportingDate": "2025-11-30T00:00:00", "roundNumber": 2, "displacementReason": "Conflict",
                  "idpOriginAdmin1Name": "Not available", "numberMales": null},
                 {"id": 2, "admin0Pcode": "PSE", "admin1Pcode": "Not available", "admin2Pcode": "Not available",
                  "numPresentIdpInd": 0, "reportingDate": "2025-11-30T00:00:00", "idpOriginAdmin1Name": "North"},
                 {"id": 3, "admin0Pcode": "PSE", "admin1Pcode": "PS02", "admin2Pcode": "PS9999", "numPresentIdpInd": 5,
                  "reportingDate": "2025-11-30T00:00:00"}]}""", Map.of());
        assertEquals("DTM", dtm.kind());
        assertEquals(
                List.of("PS02", "PS", "PS9999"),
                dtm.cells().stream().map(cells -> cells.get("area")).toList());
        assertEquals("round: 2; reason: Conflict", dtm.cells().getFirst().get("note"));
        assertEquals("0", dtm.cells().get(1).get("value"));
    }

    @Test
    void ofHumanitarianNeedsOnlyTotalsAreRead() {
        Mapped needs = Mapped.of("""
                location_code,admin1_code,admin2_code,sector_code,category,population_status,population,reference_period_start,reference_period_end,resource_hdx_id
                PSE,PS02,,Intersectoral,,INN,2100000,2025-01-01,2025-12-31,r1
                PSE,PS02,,Intersectoral,,TGT,2000000,2025-01-01,2025-12-31,r1
                PSE,PS02,,EDU,,INN,900000,2025-01-01,2025-12-31,r1
                PSE,PS02,,Intersectoral,Children,INN,1000000,2025-01-01,2025-12-31,r1
                PSE,,,Intersectoral,,REA,,2025-01-01,2025-12-31,r1
                """, Map.of());
        assertEquals("HAPI", needs.kind());
        assertEquals(
                List.of("PEOPLE_IN_NEED PS02 2100000 OCHA", "PEOPLE_TARGETED PS02 2000000 OCHA"),
                needs.cells().stream()
                        .map(cells -> cells.get("indicator") + " " + cells.get("area") + " " + cells.get("value") + " "
                                + cells.get("originator"))
                        .toList());
    }

    @Test
    void ofPopulationOnlyTheRowOfEverybodyIsRead() {
        Mapped population = Mapped.of("""
                location_code,admin1_code,admin2_code,gender,age_range,population,reference_period_start,reference_period_end,resource_hdx_id
                PSE,PS02,PS0260,all,all,700000,2025-01-01,2025-12-31,r1
                PSE,PS02,PS0260,f,all,350000,2025-01-01,2025-12-31,r1
                PSE,PS02,PS0260,all,0-4,90000,2025-01-01,2025-12-31,r1
                """, Map.of("originator", "UNFPA"));
        assertEquals(
                List.of("POPULATION PS0260 700000 UNFPA"),
                population.cells().stream()
                        .map(cells -> cells.get("indicator") + " " + cells.get("area") + " " + cells.get("value") + " "
                                + cells.get("originator"))
                        .toList());
    }

    @Test
    void rowsOfHapiAboutDisplacedPeopleAreReadFromJsonToo() {
        Mapped displaced = Mapped.of("""
                {"data": [{"resource_hdx_id": "r", "location_code": "PSE", "admin1_code": null, "admin2_code": "PS0265",
                 "operation": "Gaza", "assessment_type": "BA", "reporting_round": 3, "population": 1200,
                 "reference_period_start": "2025-11-01T00:00:00", "reference_period_end": "2025-11-30T23:59:59"}]}""", Map.of());
        assertEquals("HAPI", displaced.kind());
        Map<String, String> cells = displaced.cells().getFirst();
        assertEquals("IDPS_PRESENT", cells.get("indicator"));
        assertEquals("PS0265", cells.get("area"));
        assertEquals("1200", cells.get("value"));
        assertEquals("2025-11-01", cells.get("valid_from"));
        assertEquals("2025-11-30", cells.get("valid_to"));
        assertEquals("Operation: Gaza; round: 3; assessment: BA", cells.get("note"));
    }

    @ParameterizedTest
    @CsvSource({
        "'event_date,event_type,fatalities', incidents",
        "'type_of_violence,date_start,best', incidents",
        "'location_code,resource_hdx_id,reference_period_start,events,fatalities', incidents"
    })
    void aTableAboutSomethingElseIsNotReadAsFigures(String header, String belongsTo) {
        Mapped other = Mapped.of(header + "\n" + "1,".repeat(header.split(",").length - 1) + "1\n", Map.of());
        assertTrue(other.proposal().isForeign());
        assertTrue(other.proposal().notes().getFirst().contains(belongsTo));
    }

    @Test
    void aPeriodThatIsNoMultipleOfADayIsRefusedInItsColumn() {
        Mapped series = Mapped.of(
                "[{\"report_date\": \"2025-10-11\", \"report_source\": \"mohtel\", \"report_period\": 30, \"killed\": 1}]",
                Map.of());
        RowProblem problem = series.problems().getFirst();
        assertEquals("report_date", problem.column());
        assertEquals("UNKNOWN_PERIOD", problem.code());
    }
}
