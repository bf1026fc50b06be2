package org.humdash.kit.revision;

import static org.humdash.kit.problem.ProblemType.REVISION_REQUIRED;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The revision that a change is meant for, as the header If-Match names it. */
public final class IfMatch {

    private static final Pattern REVISION = Pattern.compile("\\s*(?:W/)?\"(\\d{1,9})\"\\s*");

    private IfMatch() {}

    /**
     * The number of the revision, or answers 428 when the header names none.
     *
     * @param thing what is changed, in words, such as "incident"
     */
    public static int required(String header, String thing) {
        Matcher matcher = REVISION.matcher(header == null ? "" : header);
        if (!matcher.matches()) {
            throw REVISION_REQUIRED.because(
                    "Send the ETag of the " + thing + " as you read it in the header If-Match, such as \"3\".");
        }
        return Integer.parseInt(matcher.group(1));
    }

    /** The number of the revision, empty when the header was not sent, or answers 428 when it names none. */
    public static Optional<Integer> revision(String header) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher matcher = REVISION.matcher(header);
        if (!matcher.matches()) {
            throw REVISION_REQUIRED.because("The header If-Match must be the ETag of what is changed, such as \"3\".");
        }
        return Optional.of(Integer.valueOf(matcher.group(1)));
    }
}
