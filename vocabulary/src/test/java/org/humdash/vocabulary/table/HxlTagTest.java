package org.humdash.vocabulary.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HxlTagTest {

    @ParameterizedTest
    @CsvSource({
        "#adm1, #adm1",
        "#adm1+code, #adm1+code",
        "'  #Adm1 +CODE ', #adm1+code",
        "'# adm1 + code + v_pcode', #adm1+code+v_pcode",
        "#date+start+start, #date+start",
        "#affected +killed+f, #affected+killed+f",
        "'#affected + killed', #affected+killed",
        "#meta+, #meta"
    })
    void tagIsReadHoweverItIsWritten(String written, String printed) {
        assertEquals(printed, HxlTag.parse(written).orElseThrow().toString());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "#", "adm1", "#1", "#REF!", "#N/A", "#adm1 code", "#adm1+code, #adm2", "#adm1-code"})
    void otherTextIsNoTag(String text) {
        assertEquals(Optional.empty(), HxlTag.parse(text));
    }

    @Test
    void orderOfAttributesDoesNotMatter() {
        assertEquals(HxlTag.parse("#adm2+name+i_ar"), HxlTag.parse("#adm2+i_ar+name"));
        assertEquals(
                new HxlTag("adm2", Set.of("name", "i_ar")),
                HxlTag.parse("#ADM2+I_AR+NAME").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "#affected, #affected+killed+f, true",
        "#affected+killed, #affected+f+killed, true",
        "#affected+killed, #affected+injured, false",
        "#affected+killed-f, #affected+killed+f, false",
        "#affected+killed-f, #affected+killed+m, true",
        "#affected-f+killed, #affected+killed, true",
        "#*+code, #adm2+code+v_pcode, true",
        "#*+code, #adm2+name, false",
        "#adm1!, #adm1, true",
        "#adm1!, #adm1+code, false",
        "#adm1+code!, #adm1+code, true",
        "' #ADM1 + Code - Name ', #adm1+code, true",
        "adm1, #adm1, true",
        "#adm1, #adm2, false"
    })
    void patternMeansTagsWithItsAttributesAndWithoutThoseItForbids(String pattern, String tag, boolean isMeant) {
        assertEquals(
                isMeant, HxlPattern.parse(pattern).matches(HxlTag.parse(tag).orElseThrow()));
    }

    @Test
    void patternDoesNotMeanAColumnWithoutATag() {
        assertFalse(HxlPattern.parse("#*").matches(null));
        assertTrue(HxlPattern.parse("#*").matches(HxlTag.parse("#adm1").orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#", "#adm1+", "#adm1 code", "#adm1!+code"})
    void otherTextIsNoPattern(String text) {
        assertThrows(IllegalArgumentException.class, () -> HxlPattern.parse(text));
    }
}
