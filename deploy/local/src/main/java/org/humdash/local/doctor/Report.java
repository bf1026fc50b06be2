package org.humdash.local.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that was found.
 *
 * @param at when it was looked
 */
public record Report(Instant at, List<Finding> findings) {

    private static final Map<Level, String> WORDS =
            Map.of(Level.OK, "ok", Level.WARNING, "warning", Level.PROBLEM, "PROBLEM");
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public Report {
        findings = List.copyOf(findings);
    }

    /** The worst of all levels; OK if nothing was looked at. */
    public Level worst() {
        return findings.stream().map(Finding::level).max(Level::compareTo).orElse(Level.OK);
    }

    /** For people: a line for each finding, what to do below it, and a line that counts. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            text.append("%-8s %-11s %s: %s%n"
                    .formatted(WORDS.get(finding.level()), finding.check(), finding.subject(), finding.what()));
            if (finding.advice() != null) {
                text.append("%-20s > %s%n".formatted("", finding.advice()));
            }
        }
        return text.append("problems: %d, warnings: %d, in order: %d"
                        .formatted(count(Level.PROBLEM), count(Level.WARNING), count(Level.OK)))
                .toString();
    }

    /** For programs: {@code at}, {@code worst}, and {@code findings} with check, subject, level, what and advice. */
    public String json() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("at", at.toString());
        document.put("worst", worst());
        document.put("findings", findings);
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can always be written", e);
        }
    }

    private long count(Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }
}
