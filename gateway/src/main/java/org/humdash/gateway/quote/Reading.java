package org.humdash.gateway.quote;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A section as it was read.
 *
 * @param data the answer of the service
 * @param asOf the day it was asked about
 * @param knownAt the instant its records were cut at
 * @param again whether it could be read now; false for a value of before
 */
public record Reading(JsonNode data, LocalDate asOf, Instant knownAt, boolean again) {}
