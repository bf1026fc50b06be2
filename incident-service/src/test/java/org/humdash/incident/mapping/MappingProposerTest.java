package org.humdash.incident.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.humdash.incident.incident.IncidentTable;
import org.humdash.vocabulary.hxl.RowProblem;
import org.humdash.vocabulary.mapping.CommonConversion;
import org.humdash.vocabulary.mapping.FieldMapping;
import org.humdash.vocabulary.mapping.MappingProposal;
import org.humdash.vocabulary.mapping.MappingTally;
import org.humdash.vocabulary.mapping.TableMapping;
import org.humdash.vocabulary.provider.DateOrder;
import org.humdash.vocabulary.table.TableColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingProposerTest {

    @Test
    void ownColumnsAreTakenAsTheyAreInAnyCaseAndOrder() {
        Mapped mapped = Mapped.of(
                "Type;REFERENCE;Occurred From;source;ceasefire;Killed;Place Name;adm2\nAIR_STRIKE;a;2025/11/01;S;C;at least 2;x;PS0260\n",
                Map.of());
        assertEquals(TableKind.OWN.name(), mapped.proposal().kind());
        assertEquals(List.of(), mapped.proposal().missing());
        assertEquals(List.of(), mapped.proposal().unused());
        assertEquals(
                Map.of(
                        "type", "AIR_STRIKE",
                        "reference", "a",
                        "occurred_from", "2025-11-01",
                        "occurred_to", "2025-11-01",
                        "source", "S",
                        "ceasefire", "C",
                        "killed", "at least 2",
                        "place_name", "x",
                        "adm2", "PS0260"),
                mapped.cells());
    }

    @Test
    void monthInAnOwnColumnIsAllItsDays() {
        Mapped mapped = Mapped.of(
                "reference,type,occurred_from,occurred_to\na,OTHER,2025-11,\nb,OTHER,2025-11-01,2025-11-03\n");
        assertEquals(
                List.of("2025-11-01 2025-11-30", "2025-11-01 2025-11-03"),
                mapped.rows().stream()
                        .map(row -> row.cells().get("occurred_from") + " "
                                + row.cells().get("occurred_to"))
                        .toList());
    }

    @Test
    void ownExportWithTagsComesBackAsItWent() {
        Mapped mapped = Mapped.of("""
                Reference,Ceasefire,Type,From,To,Date precision,Place,Adm1,Adm2,Lat,Lon,Geo precision,Alleged,Responsibility,K min,K best,K max,Injured,Children,Url,Archive,Sources,Published,Sensitivity,Licence
                #meta+ref+id,#crisis+v_ceasefire+code,#event+code+type,#date+start+occurred,#date+occurred+end,#meta+date_precision,#loc+name,#adm1+code+v_pcode,#adm2+v_pcode+code,#geo+lat,#geo+lon,#meta+geo_precision,#group+name+alleged,#status+responsibility,#affected+killed+min,#affected+killed+best,#affected+killed+max,#affected+injured,#affected+killed+children,#meta+source+url,#meta+archive+url,#meta+source+name,#date+reported,#meta+sensitivity,#meta+licence
                a,C,ARTILLERY_SHELLING,2025-11-01,2025-11-02,2,x,PS02,PS0260,31.5,34.4,1,Party,DENIED,1,2,3,more than 4,1,https://e.org/a,https://a.org/a,Press,2025-11-03,LOW,CC BY
                """);
        assertEquals(TableKind.HXL.name(), mapped.proposal().kind());
        assertEquals(
                Map.ofEntries(
                        Map.entry("source", "ACLED"),
                        Map.entry("reference", "a"),
                        Map.entry("ceasefire", "C"),
                        Map.entry("type", "ARTILLERY_SHELLING"),
                        Map.entry("occurred_from", "2025-11-01"),
                        Map.entry("occurred_to", "2025-11-02"),
                        Map.entry("date_precision", "2"),
                        Map.entry("place_name", "x"),
                        Map.entry("adm1", "PS02"),
                        Map.entry("adm2", "PS0260"),
                        Map.entry("lat", "31.5"),
                        Map.entry("lon", "34.4"),
                        Map.entry("geo_precision", "1"),
                        Map.entry("alleged_perpetrator", "Party"),
                        Map.entry("responsibility", "DENIED"),
                        Map.entry("killed_lower", "1"),
                        Map.entry("killed_best", "2"),
                        Map.entry("killed_upper", "3"),
                        Map.entry("injured", "more than 4"),
                        Map.entry("children_killed", "1"),
                        Map.entry("url", "https://e.org/a"),
                        Map.entry("archive_url", "https://a.org/a"),
                        Map.entry("stated_source", "Press"),
                        Map.entry("published_on", "2025-11-03"),
                        Map.entry("sensitivity", "LOW"),
                        Map.entry("licence", "CC BY")),
                mapped.cells());
    }

    @Test
    void tagsOfOthersAreUnderstoodAsFarAsTheySayTheSame() {
        Mapped mapped = Mapped.of("""
                Week 44,,,,,,
                Ref,When,What,Where,Governorate,Dead,Reported
                # Event +ID,#date,#event+type,#loc,#ADM2 +name,#affected +f +killed,#date+reported
                7,1 Nov 2025,Shelling,Al-Mawasi,Khan Younis,1,2025-11-02
                """);
        assertEquals(
                Map.of(
                        "source", "ACLED",
                        "ceasefire", "GAZA-2025-10",
                        "reference", "7",
                        "type", "ARTILLERY_SHELLING",
                        "occurred_from", "2025-11-01",
                        "occurred_to", "2025-11-01",
                        "place_name", "Al-Mawasi",
                        "adm1", "PS02",
                        "adm2", "PS0270",
                        "published_on", "2025-11-02"),
                withoutKilled(mapped.cells()));
    }

    @Test
    void tableOfNobodyInParticularIsMatchedByItsWords() {
        Mapped mapped = Mapped.of("""
                التاريخ,نوع الحادث,المحافظة,المكان,القتلى,الجرحى,الرابط
                ٦ تشرين الثاني ٢٠٢٥,غارة جوية,رفح,حي الجنينة,٣,,انظر https://e.org/1 هنا
                """);
        assertEquals(TableKind.OTHER.name(), mapped.proposal().kind());
        Map<String, String> cells = new HashMap<>(mapped.cells());
        assertTrue(cells.remove("reference").startsWith("content-"));
        assertEquals(
                Map.of(
                        "source", "ACLED",
                        "ceasefire", "GAZA-2025-10",
                        "type", "AIR_STRIKE",
                        "occurred_from", "2025-11-06",
                        "occurred_to", "2025-11-06",
                        "adm1", "PS02",
                        "adm2", "PS0275",
                        "place_name", "حي الجنينة",
                        "killed", "3",
                        "url", "https://e.org/1"),
                cells);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-01 14:30, 14:30",
        "2025-11-01T12:30:00Z, 14:30",
        "2025-11-01 00:00:00.000, ",
        "2025-11-01, ",
        "2025-11, "
    })
    void timeOfTheDayIsKeptWhereItIsWrittenWithTheDate(String date, String time) {
        Mapped mapped = Mapped.of("id,date,type\n1," + date + ",Arrest\n");
        assertEquals(time, mapped.cells().get("local_time"));
    }

    @Test
    void incidentThatEndsOnAnotherDayHasNoTimeOfDay() {
        Mapped mapped = Mapped.of("id,start_date,end_date,type\n1,2025-11-01 14:30,2025-11-02 03:00,Arrest\n");
        assertEquals(null, mapped.cells().get("local_time"));
        assertEquals("2025-11-02", mapped.cells().get("occurred_to"));
    }

    @Test
    void whatIsMissingIsSaidAndAConstantFillsIt() {
        String text = "id,date,colour\n1,2025-11-01,blue\n";
        MappingProposal proposal = Mapped.of(text, Map.of()).proposal();
        assertEquals(List.of("ceasefire", "source", "type"), proposal.missing());
        assertEquals(List.of("colour"), proposal.unused());
        TableMapping complete = proposal.mapping()
                .with(Map.of(
                        "type", FieldMapping.constant("DEMOLITION"),
                        "source", FieldMapping.constant("S"),
                        "ceasefire", FieldMapping.constant("C"),
                        "description_en", FieldMapping.of(CommonConversion.TEXT, "COLOUR")));
        assertEquals(List.of(), new MappingProposer(IncidentTable.COLUMNS).missing(complete));
        assertEquals(
                Map.of(
                        "reference", "1",
                        "type", "DEMOLITION",
                        "source", "S",
                        "ceasefire", "C",
                        "occurred_from", "2025-11-01",
                        "occurred_to", "2025-11-01",
                        "description_en", "blue"),
                Mapped.of(text, complete).cells());
    }

    @Test
    void constantStandsInOnlyWhereTheFileSaysNothing() {
        Mapped mapped = Mapped.of(
                "id,date,type\n1,2025-11-01,Arrest\n2,2025-11-01,\n",
                Map.of("type", "DEMOLITION", "source", "S", "ceasefire", "C"));
        assertEquals(
                List.of("ARREST", "DEMOLITION"),
                mapped.rows().stream().map(row -> row.cells().get("type")).toList());
    }

    @Test
    void placeholdersAreNothing() {
        Mapped mapped = Mapped.of("id,date,type,killed,injured,lat,governorate,perpetrator,place\n"
                + "1,2025-11-01,Arrest,N/A,unknown,-,Not available,Unknown,NULL\n");
        assertEquals(
                Map.of(
                        "source", "ACLED",
                        "ceasefire", "GAZA-2025-10",
                        "reference", "1",
                        "type", "ARREST",
                        "occurred_from", "2025-11-01",
                        "occurred_to", "2025-11-01",
                        "alleged_perpetrator", "Unknown"),
                mapped.cells());
        assertEquals(new MappingTally(0, Map.of(), Map.of(), 1), mapped.tally());
    }

    @Test
    void wordsForTypesThatAreNotOursAreCounted() {
        Mapped mapped = Mapped.of("id,date,type\n1,2025-11-01,Sniping\n2,2025-11-01,Other\n3,2025-11-01,Sniping\n");
        assertEquals(
                List.of("OTHER", "OTHER", "OTHER"),
                mapped.rows().stream().map(row -> row.cells().get("type")).toList());
        assertEquals(Map.of("Sniping", 2L), mapped.tally().otherTypes());
    }

    @Test
    void problemsOfColumnsNobodyReadsArePassedOver() {
        Mapped mapped = Mapped.of("id,date,type,colour\n1,2025-11-01,Arrest,a\u202Eb\n2,2025-11-01,Ar\u202Erest,x\n");
        assertEquals(
                List.of(new RowProblem(
                        3, "type", "CONTROL_CHARACTER", "There is an invisible control character in \"Ar?rest\"")),
                mapped.problems());
    }

    @Test
    void mappingOfAnotherFileSaysWhatItWouldLeaveEmpty() {
        TableMapping mapping = Mapped.of("id,date,type,killed\n1,2025-11-01,Arrest,0\n")
                .proposal()
                .mapping();
        MappingProposer proposer = new MappingProposer(IncidentTable.COLUMNS);
        var columns = List.of(new TableColumn(0, "ID", "ID", null), new TableColumn(1, "Date", "Date", null));
        assertEquals(List.of("killed", "type"), proposer.unfilled(mapping, columns));
    }

    @Test
    void columnThatIsNotOursIsSaidToBeUnknown() {
        TableMapping mapping = new TableMapping(
                Map.of("type", FieldMapping.constant("OTHER"), "colour", FieldMapping.constant("blue")), null);
        assertEquals(List.of("colour"), new MappingProposer(IncidentTable.COLUMNS).unknown(mapping));
    }

    @Test
    void countsByMonthAreNoIncidents() {
        assertEquals(
                TableKind.NOT_INCIDENTS.name(),
                Mapped.of("Admin1,Admin2,Month,Year,Events,Fatalities\nGaza Strip,Rafah,November,2025,3,4\n")
                        .proposal()
                        .kind());
    }

    @Test
    void mappingComesBackFromJsonAsItWent() throws JsonProcessingException {
        TableMapping mapping = Mapped.of("id,date,type,killed\n1,2025-11-01,Arrest,0\n")
                .proposal()
                .mapping()
                .with(DateOrder.DAY_FIRST);
        ObjectMapper json = new ObjectMapper();
        assertEquals(mapping, json.readValue(json.writeValueAsString(mapping), TableMapping.class));
        assertEquals(
                new TableMapping(Map.of("type", FieldMapping.constant("OTHER")), null),
                json.readValue("{\"fields\":{\"type\":{\"constant\":\"OTHER\"},\"url\":null}}", TableMapping.class));
    }

    private static Map<String, String> withoutKilled(Map<String, String> cells) {
        Map<String, String> rest = new HashMap<>(cells);
        rest.remove("killed");
        rest.remove("women_killed");
        return rest;
    }
}
