package org.humdash.vocabulary.mapping;

import java.util.List;

/**
 * What a table seems to be and how it would be read, for a person to agree to or to change.
 *
 * @param kind whose table it is, as far as its columns tell
 * @param isForeign whether it is about something else and is not imported as it is; the notes say what
 * @param missing our columns that every record needs and nothing gives yet; a constant will do
 * @param unused columns of the file that would not be read
 * @param notes what the mapping cannot say and a person should know
 */
public record MappingProposal(
        String kind,
        boolean isForeign,
        TableMapping mapping,
        List<String> missing,
        List<String> unused,
        List<String> notes) {

    public MappingProposal {
        missing = List.copyOf(missing);
        unused = List.copyOf(unused);
        notes = List.copyOf(notes);
    }
}
