package org.humdash.gateway.answer;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Everything that the answer to a read follows from, told before anybody is asked.
 *
 * @param text the hash of it, as it stands in an ETag
 * @param knownAt the instant that stands for now
 * @param today the day that stands for today
 */
public record State(String text, Instant knownAt, LocalDate today) {}
