package org.humdash.kit.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageShapeTest {

    private record Page(List<String> items, String nextCursor, Long total) {}

    private record NoPage(List<String> items) {}

    private record OtherCursor(Integer nextCursor) {}

    @Test
    void aPageIsTheSameWithAnotherCursor() {
        PageShape shape = PageShape.of(Page.class).orElseThrow();

        assertEquals("old", shape.nextCursor(new Page(List.of("a"), "old", 7L)));
        assertEquals(new Page(List.of("a"), "new", 7L), shape.with(new Page(List.of("a"), "old", 7L), "new"));
        assertNull(shape.nextCursor(new Page(List.of(), null, null)));
    }

    @Test
    void whatHasNoTextOfThisNameIsNoPage() {
        assertEquals(Optional.empty(), PageShape.of(NoPage.class));
        assertEquals(Optional.empty(), PageShape.of(OtherCursor.class));
        assertEquals(Optional.empty(), PageShape.of(String.class));
    }
}
