package org.humdash.humanitarian.observation;

import java.sql.Connection;
import java.sql.SQLException;
import org.humdash.kit.ingest.CopyTable;
import org.humdash.kit.ingest.StagedRevisions;
import org.humdash.kit.revision.RevisionedEntity;
import org.humdash.vocabulary.estimate.Estimate;

/** How an observation is written into its staging table. */
final class ObservationStaging {

    private static final String CONTENT = "sensitivity, indicator, area, originator, publisher, reference, definition,"
            + " qualifier, lower, lower_inclusive, best, upper, upper_inclusive, valid_from, valid_to, published_on, url,"
            + " archive_url, verbatim, language, note, hazard, sex, age, cause, shelter_type, fingerprint";

    private ObservationStaging() {}

    /** Opens an empty staging table, which is gone when the transaction ends. */
    static StagedRevisions open(Connection connection) throws SQLException {
        return StagedRevisions.open(connection, "observation", CONTENT);
    }

    /** Streams drafts that keep the rules by themselves into the staging table, in memory that does not grow. */
    static final class Writer implements AutoCloseable {

        private final CopyTable table;

        /** Nothing else is done with the staging until it is closed. */
        Writer(StagedRevisions staged) throws SQLException {
            this.table = staged.copy();
        }

        void add(ObservationDraft draft) {
            Estimate e = draft.estimate();
            Disaggregation part = draft.disaggregation();
            table.row(
                    draft.row(),
                    RevisionedEntity.newId(),
                    draft.relayOf(),
                    draft.revisionReason(),
                    draft.sensitivity(),
                    draft.indicator(),
                    draft.area(),
                    draft.originator(),
                    draft.publisher(),
                    draft.reference(),
                    draft.definition(),
                    e.qualifier(),
                    e.lower(),
                    e.lowerInclusive(),
                    e.best(),
                    e.upper(),
                    e.upperInclusive(),
                    draft.validFrom(),
                    draft.validTo(),
                    draft.publishedOn(),
                    draft.url(),
                    draft.archiveUrl(),
                    draft.text(),
                    draft.language(),
                    draft.note(),
                    draft.hazard(),
                    part.sex(),
                    part.age(),
                    part.cause(),
                    part.shelterType(),
                    draft.fingerprint());
        }

        @Override
        public void close() throws SQLException {
            table.close();
        }
    }
}
