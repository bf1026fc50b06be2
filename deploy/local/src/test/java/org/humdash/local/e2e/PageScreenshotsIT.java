package org.humdash.local.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.humdash.local.e2e.Chromium.Browsing;
import org.humdash.local.e2e.Chromium.Look;
import org.humdash.local.e2e.Chromium.Visit;
import org.humdash.local.e2e.RunningHumdash.Running;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Makes the pictures in docs/images, where {@code -Dpage.screenshots=DIR} says so. */
@EnabledIfSystemProperty(
        named = "page.screenshots",
        matches = ".+",
        disabledReason = "NOT ASKED FOR: -Dpage.screenshots=DIR")
@ExtendWith({RunningHumdash.class, Chromium.class})
@ResourceLock(RunningHumdash.ONE)
class PageScreenshotsIT {

    private static final int MOST_BYTES = 400_000;

    private final Running humdash;
    private final Browsing chromium;

    PageScreenshotsIT(Running humdash, Browsing chromium) {
        this.humdash = humdash;
        this.chromium = chromium;
    }

    @ParameterizedTest
    @CsvSource({
        "en, LIGHT, 320, 2000", "en, DARK, 320, 2000", "en, LIGHT, 1600, 1500", "en, DARK, 1600, 1500",
        "ar, LIGHT, 320, 2000", "ar, DARK, 320, 2000", "ar, LIGHT, 1600, 1500", "ar, DARK, 1600, 1500"
    })
    void aPictureIsMade(String language, ColorScheme scheme, int width, int height) throws Exception {
        Path folder = RunningHumdash.PROJECT.resolve(System.getProperty("page.screenshots"));
        Path file = Files.createDirectories(folder)
                .resolve("page-%s-%d-%s.png"
                        .formatted(language, width, scheme.name().toLowerCase(Locale.ROOT)));
        Look look = Look.at(language, scheme, width).withHeight(height);
        try (Visit visit = chromium.visit(look)) {
            visit.open(humdash.address("gateway") + look.path() + "?asOf=2025-12-19")
                    .page()
                    .screenshot(new Page.ScreenshotOptions().setPath(file));
        }
        assertTrue(Files.size(file) < MOST_BYTES, Files.size(file) + " bytes");
    }
}
