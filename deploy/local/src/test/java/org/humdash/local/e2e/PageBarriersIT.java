package org.humdash.local.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.humdash.local.e2e.Chromium.Browsing;
import org.humdash.local.e2e.Chromium.Look;
import org.humdash.local.e2e.Chromium.Visit;
import org.humdash.local.e2e.RunningHumdash.Running;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody is shut out of the page: found by axe, and by using it with the keyboard alone, enlarged, and on a small screen. */
@ExtendWith({RunningHumdash.class, Chromium.class})
@ResourceLock(RunningHumdash.ONE)
class PageBarriersIT {

    private static final String DAY = "?asOf=2025-12-19";

    /** Everything that the key Tab has to reach, in the order in which it is read. */
    private static final String REMEMBER_ORDER = """
            () => {
              window.inOrder = [...document.querySelectorAll('a[href], summary, input, select, button, [tabindex="0"]')]
                .filter(element => element.checkVisibility({visibilityProperty: true}));
              return window.inOrder.length;
            }""";

    private static final String FOCUSED = """
            () => {
              const element = document.activeElement;
              const style = getComputedStyle(element);
              const box = element.getBoundingClientRect();
              const shown = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight
                && box.right > 0 && box.left < innerWidth;
              const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
              return [window.inOrder.indexOf(element), shown && outlined,
                element.outerHTML.substring(0, 200) + ' ' + style.outline];
            }""";

    /** Elements that hide a part of their text, and those that reach over an edge without being scrolled to; not what is said to those who listen alone. */
    private static final String CUT_OFF = """
            () => [...document.body.querySelectorAll('*')]
              .filter(element => element.checkVisibility() && !element.closest('.skip, .said, svg'))
              .filter(element => {
                const style = getComputedStyle(element);
                const hides = ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY);
                const box = element.getBoundingClientRect();
                const over = !element.closest('.scroll') && (box.left < -1 || box.right > document.documentElement.clientWidth + 1);
                return over || hides && element.textContent.trim() !== ''
                  && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
              })
              .map(element => element.outerHTML.substring(0, 200))""";

    private static final String SIDEWAYS =
            "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private final Running humdash;
    private final Browsing chromium;

    PageBarriersIT(Running humdash, Browsing chromium) {
        this.humdash = humdash;
        this.chromium = chromium;
    }

    @ParameterizedTest
    @CsvSource({
        "en, LIGHT, 320", "en, DARK, 320", "en, LIGHT, 1600", "en, DARK, 1600",
        "ar, LIGHT, 320", "ar, DARK, 320", "ar, LIGHT, 1600", "ar, DARK, 1600"
    })
    void axeFindsNothing(String language, ColorScheme scheme, int width) {
        Look look = Look.at(language, scheme, width);
        try (Visit visit = chromium.visit(look)) {
            visit.open(address(look, DAY));
            assertEquals(List.of(), visit.barriers());
            assertEquals(List.of(), visit.unfold().barriers());
            visit.open(address(look, "?asOf=yesterday"));
            assertEquals(1, visit.page().locator("h1").count());
            assertEquals(List.of(), visit.barriers());
        }
    }

    @ParameterizedTest
    @CsvSource({"en", "ar"})
    void nothingIsLostOnASmallScreenOrWithLargeText(String language) {
        Look small = Look.at(language, ColorScheme.LIGHT, 320);
        try (Visit visit = chromium.visit(small)) {
            Page page = visit.open(address(small, DAY)).unfold().page();
            assertEquals(0, page.evaluate(SIDEWAYS));
            assertEquals(List.of(), page.evaluate(CUT_OFF));

            visit.open(address(small, "?asOf=yesterday"));
            assertEquals(0, page.evaluate(SIDEWAYS));
        }
        Look ordinary = Look.at(language, ColorScheme.LIGHT, 1280);
        try (Visit visit = chromium.visit(ordinary)) {
            Page page = visit.open(address(ordinary, DAY)).unfold().page();
            Object before = page.evaluate("parseFloat(getComputedStyle(document.querySelector('h2')).fontSize)");
            page.evaluate("document.documentElement.style.fontSize = '200%'");
            Object after = page.evaluate("parseFloat(getComputedStyle(document.querySelector('h2')).fontSize)");
            assertEquals(2 * ((Number) before).doubleValue(), ((Number) after).doubleValue(), 0.01);
            assertEquals(0, page.evaluate(SIDEWAYS));
            assertEquals(List.of(), page.evaluate(CUT_OFF));
        }
    }

    /** The spacing that WCAG 1.4.12 says readers may set. */
    @ParameterizedTest
    @CsvSource({"en", "ar"})
    void nothingIsLostWithMoreSpaceInTheText(String language) {
        Look small = Look.at(language, ColorScheme.LIGHT, 320);
        try (Visit visit = chromium.visit(small)) {
            Page page = visit.open(address(small, DAY)).unfold().page();
            page.evaluate("""
                    () => {
                      const sheet = new CSSStyleSheet();
                      sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important;'
                        + ' word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
                      document.adoptedStyleSheets.push(sheet);
                    }""");
            assertNotEquals("normal", page.evaluate("getComputedStyle(document.querySelector('p')).letterSpacing"));
            assertEquals(0, page.evaluate(SIDEWAYS));
            assertEquals(List.of(), page.evaluate(CUT_OFF));
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 1600", "ar, 1600", "en, 320", "ar, 320"})
    void theKeyboardReachesEverythingInTheOrderOfReading(String language, int width) {
        Look look = Look.at(language, ColorScheme.LIGHT, width);
        try (Visit visit = chromium.visit(look)) {
            Page page = visit.open(address(look, DAY)).page();
            int all = (int) page.evaluate(REMEMBER_ORDER);
            assertTrue(all > 20, all + " elements");
            int reached = -1;
            while (reached < all - 1) {
                page.keyboard().press("Tab");
                List<?> focused = (List<?>) page.evaluate(FOCUSED);
                int now = (int) focused.get(0);
                // A field for a date has several places of its own.
                assertTrue(now == reached || now == reached + 1, reached + " then " + now + " " + focused.get(2));
                assertEquals(true, focused.get(1), "no visible focus: " + focused.get(2));
                reached = now;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"en", "ar"})
    void theFirstLinkSkipsToTheContent(String language) {
        Look look = Look.in(language);
        try (Visit visit = chromium.visit(look)) {
            Page page = visit.open(address(look, DAY)).page();
            String within = "document.querySelector('main').contains(document.activeElement)";
            page.keyboard().press("Tab");
            assertEquals(true, page.evaluate("document.activeElement.matches('a.skip')"));
            page.keyboard().press("Enter");
            assertTrue(page.url().endsWith("#content"), page.url());
            assertEquals(true, page.evaluate("""
                    Math.abs(document.querySelector('main').getBoundingClientRect().top) < innerHeight / 2"""));
            page.keyboard().press("Tab");
            assertEquals(true, page.evaluate(within));
            page.keyboard().press("Shift+Tab");
            assertFalse((boolean) page.evaluate(within));
        }
    }

    private String address(Look look, String query) {
        return humdash.address("gateway") + look.path() + query;
    }
}
