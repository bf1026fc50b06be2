package org.humdash.vocabulary.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTextTest {

    @Test
    void textBecomesFoldedWordsAndNothingElse() {
        assertEquals("cafe was hit  twice", SearchText.of("Café was hit, twice"));
        assertEquals("a b", SearchText.of("a", null, "b"));
        assertEquals("", SearchText.of((String) null));
    }

    @Test
    void anArabicWordStandsThereWithoutItsArticleToo() {
        assertEquals("قصف المنزل في المدينه منزل مدينه", SearchText.of("قُصِفَ المنزلُ في المدينة"));
        assertEquals("والمدرسه مدرسه", SearchText.of("والمدرسة"));
        assertEquals("الم", SearchText.of("الم"), "too short to be a word with an article");
    }

    @Test
    void aSearchIsMadeOfWordsThatBeginWordsWhateverElseItHolds() {
        assertEquals(List.of("hit:*", "x:*"), SearchText.query("hit' & (X | \\ :*) !"));
        assertEquals(List.of("(المنزل:* | منزل:*)"), SearchText.query("المنزل"));
        assertEquals(List.of(), SearchText.query(" !*: "));
        assertEquals(10, SearchText.query("a b c d e f g h i j k l m").size());
    }
}
