package org.humdash.kit.ingest;

import java.util.List;
import org.humdash.vocabulary.mapping.MappingProposal;
import org.humdash.vocabulary.table.DetectedTable;
import org.humdash.vocabulary.table.TableForm;

/**
 * How a file was read, for a person to see whether that is right.
 *
 * @param kind whose table it is, as far as its columns tell
 * @param encoding null for a workbook
 * @param separator null for anything but text
 * @param sheet null for anything but a workbook
 * @param headerRow the row that names the columns; null if none does
 * @param tagRow the row of HXL hashtags; null if there is none
 * @param columns names in the order of the file
 * @param unused columns that are not read
 * @param notes what the mapping cannot say and a person should know
 */
public record DetectedFile(
        TableForm form,
        String kind,
        String encoding,
        String separator,
        String sheet,
        Long headerRow,
        Long tagRow,
        List<String> columns,
        List<String> unused,
        List<String> notes) {

    static DetectedFile of(DetectedTable table, MappingProposal proposal) {
        return new DetectedFile(
                table.form(),
                proposal.kind(),
                table.encoding().map(Object::toString).orElse(null),
                table.separator().map(Object::toString).orElse(null),
                table.sheet().orElse(null),
                table.headerRow().orElse(null),
                table.tagRow().orElse(null),
                table.columns().stream().map(column -> column.name()).toList(),
                proposal.unused(),
                proposal.notes());
    }
}
