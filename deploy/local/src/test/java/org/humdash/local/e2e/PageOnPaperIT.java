package org.humdash.local.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.humdash.local.e2e.Chromium.Browsing;
import org.humdash.local.e2e.Chromium.Look;
import org.humdash.local.e2e.Chromium.Visit;
import org.humdash.local.e2e.RunningHumdash.Running;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page as it is printed, with the starting data: one sheet that can be handed on. */
@ExtendWith({RunningHumdash.class, Chromium.class})
@ResourceLock(RunningHumdash.ONE)
class PageOnPaperIT {

    /** Of A4, in points of which 72 are an inch. */
    private static final float WIDTH = 595.3f;

    private static final float HEIGHT = 841.9f;

    private final Running humdash;
    private final Browsing chromium;

    PageOnPaperIT(Running humdash, Browsing chromium) {
        this.humdash = humdash;
        this.chromium = chromium;
    }

    @ParameterizedTest
    @CsvSource({"en, 19 December 2025", "ar, 19 كانون الأول/ديسمبر 2025"})
    void oneSheetOfA4HasItsSourcesItsDayAndTheLink(String language, String day) throws Exception {
        JsonNode situation = humdash.json("/api/v1/situation?asOf=2025-12-19&lang=" + language);
        String pinned = "ceasefire=GAZA-2025-10&area=PS02&asOf=2025-12-19&knownAt="
                + situation.path("knownAt").asText();
        Look look = Look.in(language);
        byte[] pdf;
        try (Visit visit = chromium.visit(look)) {
            pdf = visit.open(humdash.address("gateway") + look.path() + "?" + pinned)
                    .page()
                    .pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals(1, document.getNumberOfPages());
            assertEquals(WIDTH, document.getPage(0).getMediaBox().getWidth(), 1);
            assertEquals(HEIGHT, document.getPage(0).getMediaBox().getHeight(), 1);
            String text = letters(new PDFTextStripper().getText(document));

            assertTrue(text.contains(letters(look.path() + "?" + pinned.replace(":", "%3A"))), text);
            assertTrue(text.contains(letters(day)), text);
            Set<String> sources = new LinkedHashSet<>();
            for (JsonNode measure : situation.at("/sections/claims/data/measures")) {
                sources.add(measure.at("/claims/0/originator/name/" + language).asText());
                sources.add(measure.at("/claims/0/publisher/name/" + language).asText());
                String value = measure.at("/claims/0/estimate/text/" + language).asText();
                assertTrue(text.contains(letters(value)), value + " in " + text);
            }
            sources.remove("");
            assertTrue(sources.size() >= 3, sources::toString);
            for (String source : sources) {
                assertTrue(text.contains(letters(source)), source + " in " + text);
            }
            assertFalse(text.contains("<"), text);
        }
    }

    /** However lines are broken, brackets turned, and whichever forms of the letters the print has. */
    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Cf}()]", "");
    }
}
