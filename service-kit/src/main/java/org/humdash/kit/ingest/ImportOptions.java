package org.humdash.kit.ingest;

import java.util.Map;
import org.humdash.vocabulary.mapping.FieldMapping;
import org.humdash.vocabulary.mapping.TableMapping;
import org.humdash.vocabulary.provider.DateOrder;
import org.humdash.vocabulary.table.TableOptions;

/**
 * What a sender says about a file.
 *
 * @param dryRun say what would happen and write nothing
 * @param complete the file has everything its sources say of its subjects; the records it lacks are listed
 * @param mapping which column goes where; null to find out
 * @param constants values for our columns that the file gives none for, such as {@code source}
 * @param dateOrder how dates of numbers alone are read; null to find out
 * @param table what the sender knows of the form of the file
 */
public record ImportOptions(
        boolean dryRun,
        boolean complete,
        TableMapping mapping,
        Map<String, FieldMapping> constants,
        DateOrder dateOrder,
        TableOptions table) {}
