package org.humdash.humanitarian.observation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.humdash.kit.ingest.CopyTable;
import org.humdash.kit.ingest.ImportCounts;
import org.humdash.kit.ingest.StagedRevisions;
import org.humdash.kit.revision.RevisionedEntity;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.hxl.RowProblem;

/** Observations, and days without any, on their way in. */
final class ObservationStaging {

    private static final String CONTENT = "sensitivity, indicator, area, originator, publisher, reference, definition,"
            + " qualifier, lower, lower_inclusive, best, upper, upper_inclusive, valid_from, valid_to, published_on, url,"
            + " archive_url, verbatim, language, note, hazard, sex, age, cause, shelter_type, report, fingerprint";

    private static final int ROWS_AT_A_TIME = 1_000;

    private final Connection connection;
    private final StagedRevisions observations;
    private final UnreportedDayStaging unreported;

    private ObservationStaging(Connection connection) throws SQLException {
        this.connection = connection;
        this.observations = StagedRevisions.open(connection, "observation", CONTENT);
        this.unreported = new UnreportedDayStaging(connection);
    }

    /** Opens empty staging tables, which are gone when the transaction ends. */
    static ObservationStaging open(Connection connection) throws SQLException {
        return new ObservationStaging(connection);
    }

    /** Adds what keeps the rules by itself. */
    void add(List<Statement> statements) throws SQLException {
        try (CopyTable rows = observations.copy()) {
            for (Statement statement : statements) {
                if (statement instanceof ObservationDraft draft) {
                    add(draft, rows);
                }
            }
        }
        unreported.add(statements.stream()
                .filter(UnreportedDays.class::isInstance)
                .map(UnreportedDays.class::cast)
                .toList());
    }

    /** Whether a staged observation passes on what another says. */
    boolean hasRelays() throws SQLException {
        return observations.hasRelays();
    }

    /** Takes out the rows that do not hold together with the rest of the file or with what is recorded, and says why. */
    void refuse(Consumer<RowProblem> problems) throws SQLException {
        observations.refuse(problems);
    }

    /**
     * Tells the observations that stand, of the staged originators, publishers and indicators, and are not staged. What
     * never leaves the service is not listed here either.
     */
    void findMissing(BiConsumer<UUID, String> missing) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select k.id, k.reference from observation k
                join (select distinct originator, publisher, indicator from staged_observation) s
                    on s.originator = k.originator and s.publisher is not distinct from k.publisher and s.indicator = k.indicator
                where k.superseded_at is null and k.revision_reason <> 'RETRACTION' and k.sensitivity <> 'SEVERE'
                and not exists (
                    select from staged_observation o where o.originator = k.originator and o.reference = k.reference)
                order by k.valid_to, k.id""")) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    missing.accept(row.getObject(1, UUID.class), row.getString(2));
                }
            }
        }
    }

    /** Finds out what each staged row would do. */
    void compare() throws SQLException {
        observations.compare();
        unreported.compare();
    }

    /** How many staged rows do what; of days without a report each day counts. */
    ImportCounts counts() throws SQLException {
        ImportCounts figures = observations.counts();
        ImportCounts days = unreported.counts();
        return new ImportCounts(
                figures.created() + days.created(),
                figures.revised() + days.revised(),
                figures.unchanged() + days.unchanged());
    }

    /** Hands over the rows that were not refused with the observations they stand for, after {@link #apply}. */
    void applied(int atATime, StagedRevisions.AppliedRows reader) throws SQLException {
        observations.applied(atATime, reader);
    }

    /** Writes the new revisions and closes those they replace. */
    void apply(Instant recordedAt) throws SQLException {
        observations.apply(recordedAt);
        unreported.apply(recordedAt);
    }

    private static void add(ObservationDraft draft, CopyTable rows) {
        Estimate e = draft.estimate();
        Disaggregation part = draft.disaggregation();
        rows.row(
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
                draft.report(),
                draft.fingerprint());
    }
}
