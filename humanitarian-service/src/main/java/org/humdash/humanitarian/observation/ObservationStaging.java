package org.humdash.humanitarian.observation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.humdash.kit.ingest.ImportCounts;
import org.humdash.kit.ingest.StagedRevisions;
import org.humdash.vocabulary.hxl.RowProblem;

/**
 * Observations, and days without any, on their way in. Where most observations are new, {@link #record} takes the place of
 * {@link #add}.
 */
final class ObservationStaging {

    private static final int ROWS_AT_A_TIME = 1_000;

    private final Connection connection;
    private final StagedRevisions observations;
    private final UnreportedDayStaging unreported;
    private Instant begunAt;

    private ObservationStaging(Connection connection) throws SQLException {
        this.connection = connection;
        this.observations = StagedRevisions.open(connection, "observation", StagedStatements.CONTENT);
        this.unreported = new UnreportedDayStaging(connection);
    }

    /** Opens empty staging tables, which are gone when the transaction ends. */
    static ObservationStaging open(Connection connection) throws SQLException {
        return new ObservationStaging(connection);
    }

    /** Adds what keeps the rules by itself. */
    void add(StagedStatements statements) throws SQLException {
        observations.add(statements.figures());
        unreported.add(statements.days());
    }

    /** Whether more than half of these are figures that are not recorded yet. */
    boolean areMostlyNew(StagedStatements statements) throws SQLException {
        return observations.areMostlyNew(statements.figures());
    }

    /**
     * Adds what keeps the rules by itself, and records those observations at once that are new.
     *
     * @param at the same every time, and that of {@link #apply}
     */
    void record(StagedStatements statements, Instant at) throws SQLException {
        begunAt = at;
        observations.record(statements.figures(), at);
        unreported.add(statements.days());
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
     * Tells the observations that stand, of the originators, publishers and indicators that came in, and did not. What
     * never leaves the service is not listed here either.
     */
    void findMissing(BiConsumer<UUID, String> missing) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select k.id, k.reference from observation k
                join (select originator, publisher, indicator from staged_observation
                      union
                      select originator, publisher, indicator from observation where recorded_at = ?) s
                    on s.originator = k.originator and s.publisher is not distinct from k.publisher and s.indicator = k.indicator
                where k.superseded_at is null and k.revision_reason <> 'RETRACTION' and k.sensitivity <> 'SEVERE'
                and k.recorded_at is distinct from ?
                and not exists (
                    select from staged_observation o where o.originator = k.originator and o.reference = k.reference)
                order by k.valid_to, k.id""")) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            OffsetDateTime begun = begunAt == null ? null : OffsetDateTime.ofInstant(begunAt, ZoneOffset.UTC);
            statement.setObject(1, begun, Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setObject(2, begun, Types.TIMESTAMP_WITH_TIMEZONE);
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
        if (begunAt != null) {
            unreported.closeReported(recordedAt);
        }
        forgetWarningsThatMayQuoteWhatIsSevereNow();
    }

    /** They can be found again by whoever may still know them. */
    private void forgetWarningsThatMayQuoteWhatIsSevereNow() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("delete from import_warning where exists"
                + " (select from staged_observation where sensitivity = 'SEVERE')")) {
            statement.executeUpdate();
        }
    }
}
