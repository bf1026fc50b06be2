package org.humdash.kit.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.api.Test;

class PageLinksTest {

    private static final String PATH = "/api/v1/claims";

    @Test
    void theNextPageHasTheParametersOfThisOneAndTheNewCursor() {
        assertEquals(
                "<claims?area=PS02&limit=2&cursor=new.seal>; rel=\"next\"",
                PageLinks.next(PATH, "area=PS02&cursor=old.seal&limit=2", "new.seal"));
        assertEquals("<claims?cursor=new.seal>; rel=\"next\"", PageLinks.next(PATH, null, "new.seal"));
    }

    @Test
    void theFirstPageHasNoCursor() {
        assertEquals(
                "<claims?area=PS02&limit=2>; rel=\"first\"",
                PageLinks.first(PATH, "area=PS02&cursor=old.seal&limit=2"));
        assertEquals("<claims>; rel=\"first\"", PageLinks.first(PATH, "cursor"));
    }

    @Test
    void aLinkHoldsBehindWhateverPathAProxyPutsBeforeIt() {
        String link = PageLinks.next(PATH, "limit=2", "new.seal");

        assertEquals(
                URI.create("https://partners.example/humdash/api/v1/claims?limit=2&cursor=new.seal"),
                URI.create("https://partners.example/humdash/api/v1/claims?limit=2")
                        .resolve(link.substring(1, link.indexOf('>'))));
    }

    @Test
    void whatWouldEndTheLinkEarlyIsEncoded() {
        assertEquals("<claims?q=%3E;%22%C3%A9%20>; rel=\"first\"", PageLinks.first(PATH, "q=>;\"\u00e9 "));
    }
}
