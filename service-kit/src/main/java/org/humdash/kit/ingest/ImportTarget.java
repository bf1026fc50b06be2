package org.humdash.kit.ingest;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.humdash.vocabulary.hxl.Columns;
import org.humdash.vocabulary.hxl.Row;
import org.humdash.vocabulary.mapping.Conversions;
import org.humdash.vocabulary.mapping.MappingProposal;
import org.humdash.vocabulary.mapping.TableMapping;
import org.humdash.vocabulary.table.TableColumn;

/**
 * The kind of records that a service takes in by jobs: how somebody's table of them is recognised, and how its rows are
 * recorded. There is one of it in each service; what is the same for all of them is {@link ImportRunner}'s.
 */
public interface ImportTarget {

    /** Such as "incidents", for the meters. */
    String kind();

    /** The columns a mapping may fill, and those it has to. */
    Columns columns();

    /** What a mapping may name to make cells of others ours. */
    Conversions conversions();

    /** Columns of ours that can be given as a parameter when they are the same for all rows, in words. */
    String parameters();

    /**
     * Says what a file seems to be.
     *
     * @param constants by the name of our column, for what the file does not say
     */
    MappingProposal propose(List<TableColumn> columns, Map<String, String> constants);

    /** Where the days of the file are counted. */
    ZoneId zone(TableMapping mapping);

    /**
     * Records the rows, in one transaction or not at all.
     *
     * @param account who imports, for the history
     * @throws ImportCancelled when the watch says so; nothing is written
     * @throws ImportRefused when it cannot be done, for a reason the sender has to know; nothing is written
     */
    ImportCounts take(Iterable<Row> rows, String account, ImportOptions options, ImportWatch watch) throws SQLException;

    /** Our columns that every record needs and this mapping gives nothing for. */
    default List<String> missing(TableMapping mapping) {
        return new TreeSet<>(columns().required())
                .stream().filter(name -> !mapping.fills(name)).toList();
    }
}
