package org.humdash.gateway.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.humdash.vocabulary.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageChoiceTest {

    @ParameterizedTest
    @CsvSource({
        "ar, AR",
        "AR, AR",
        "ar-PS, AR",
        "'ar-PS,ar;q=0.9,en;q=0.8', AR",
        "'en;q=0.2,ar;q=0.3', AR",
        "'en,ar', EN",
        "'fr,ar;q=0.1', AR",
        "fr, EN",
        "'ar;q=0', EN",
        "*, EN",
        "'', EN",
        "'ar;q=much', EN",
        "';;;,,', EN"
    })
    void theHeaderChoosesTheLanguageOfOursWithTheHighestWeight(String header, Language language) {
        assertEquals(language, LanguageChoice.ofHeader(header));
    }

    @Test
    void withoutAHeaderAndWithOneTooLongToReadItIsEnglish() {
        assertEquals(Language.EN, LanguageChoice.ofHeader(null));
        assertEquals(Language.EN, LanguageChoice.ofHeader("ar," + "x,".repeat(1_000)));
    }

    @Test
    void aCodeIsTheLowerCaseOneAndNothingElse() {
        assertEquals(Optional.of(Language.AR), LanguageChoice.ofCode("ar"));
        assertEquals(Optional.empty(), LanguageChoice.ofCode("AR"));
        assertEquals(Optional.empty(), LanguageChoice.ofCode("arabic"));
    }
}
