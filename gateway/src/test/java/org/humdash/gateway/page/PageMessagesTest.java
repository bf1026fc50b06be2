package org.humdash.gateway.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.humdash.gateway.language.Messages;
import org.humdash.vocabulary.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each message of the page is said somewhere, and what is said somewhere has its message. */
class PageMessagesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path SOURCES = Path.of("src/main/java/org/humdash/gateway/page");

    /** A key, or, with a dot at its end, what keys begin with that a code of the API completes. */
    private static final Pattern KEY = Pattern.compile("[\"'](page\\.[A-Za-z.]*)[\"']");

    private final Set<String> messages = new Messages()
            .keys(Language.EN).stream()
                    .filter(key -> key.startsWith("page."))
                    .collect(Collectors.toCollection(TreeSet::new));

    @Test
    void everyMessageIsSaid() throws IOException {
        Set<String> said = said();
        Set<String> unused = new TreeSet<>(messages);
        unused.removeIf(key -> said.contains(key) || said.contains(key.substring(0, key.lastIndexOf('.') + 1)));

        assertEquals(Set.of(), unused);
    }

    @Test
    void everythingSaidHasItsMessage() throws IOException {
        Set<String> missing = new TreeSet<>(said());
        assertTrue(missing.size() > 50, missing.toString());
        missing.removeIf(key -> key.endsWith(".")
                ? messages.stream().anyMatch(message -> message.startsWith(key))
                : messages.contains(key));

        assertEquals(Set.of(), missing);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyCodeThatTheApiHasIsSaid(Language language) {
        Set<String> keys = new Messages().keys(language);
        for (String code : List.of(
                "ceasefire.NOT_YET_EFFECTIVE",
                "ceasefire.IN_EFFECT",
                "ceasefire.ENDED",
                "phase.PLANNED",
                "phase.ACTIVE",
                "phase.COMPLETED",
                "phase.NOT_STARTED",
                "event.TALKS",
                "event.STATEMENT",
                "event.PHASE_CHANGE",
                "event.AGREEMENT",
                "event.EXPECTED",
                "event.VIOLATION_REPORT",
                "event.OTHER")) {
            assertTrue(keys.contains("page." + code), code);
        }
    }

    private static Set<String> said() throws IOException {
        Set<String> said = new TreeSet<>();
        for (Path folder : List.of(TEMPLATES, SOURCES)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Matcher matcher = KEY.matcher(Files.readString(file));
                    while (matcher.find()) {
                        said.add(matcher.group(1));
                    }
                }
            }
        }
        return said;
    }
}
