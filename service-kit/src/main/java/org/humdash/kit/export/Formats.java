package org.humdash.kit.export;

import static org.humdash.kit.problem.ProblemType.INVALID_PARAMETER;
import static org.humdash.kit.problem.ProblemType.NOT_ACCEPTABLE;

import java.util.List;
import org.humdash.vocabulary.export.ExportFormat;
import org.humdash.vocabulary.export.FormatChoice;
import org.humdash.vocabulary.export.UnsupportedFormatException;
import org.humdash.vocabulary.export.UnsupportedFormatException.Asked;

/** The formats records are handed out in. */
public final class Formats {

    private static final FormatChoice CHOICE = new FormatChoice(List.of(ExportFormat.values()));

    private Formats() {}

    /** The format a request asks for, or an answer of 400 or 406 that lists them. */
    public static ExportFormat choose(String word, String accept) {
        try {
            return CHOICE.choose(word, accept);
        } catch (UnsupportedFormatException e) {
            throw (e.asked() == Asked.BY_NAME ? INVALID_PARAMETER : NOT_ACCEPTABLE).because(e.getMessage() + ".");
        }
    }
}
