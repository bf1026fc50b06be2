package org.humdash.humanitarian.headline;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.humdash.vocabulary.text.BilingualText;

/**
 * How the headline of an indicator is to be chosen from now on.
 *
 * @param sourcePriority codes of the originators that come before all others, first one first; empty for no preference
 * @param note why it is set so, for readers
 */
record PolicyRequest(
        @NotNull @Size(max = 50)
        List<
                        @NotNull
                        @Pattern(regexp = "[A-Z][A-Z0-9_]{1,59}", message = "must be the code of a source such as OCHA")
                        String>
                sourcePriority,

        @NotNull BilingualText note) {

    @AssertTrue(message = "each source stands once in the order")
    @Schema(hidden = true)
    boolean isEachSourceOnce() {
        return sourcePriority == null || new HashSet<>(sourcePriority).size() == sourcePriority.size();
    }

    @AssertTrue(message = "the note has 2,000 characters at most")
    @Schema(hidden = true)
    boolean isNoteShort() {
        return note == null
                || note.en().length() <= 2_000
                        && (note.ar() == null || note.ar().length() <= 2_000);
    }
}
