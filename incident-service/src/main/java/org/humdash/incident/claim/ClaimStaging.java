package org.humdash.incident.claim;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.humdash.kit.ingest.CopyTable;
import org.humdash.kit.ingest.StagedRevisions;
import org.humdash.kit.revision.RevisionedEntity;
import org.humdash.vocabulary.estimate.Estimate;

/** Claims on their way in, with the parts they break down into. */
final class ClaimStaging {

    private static final String ESTIMATE = "qualifier, lower, lower_inclusive, best, upper, upper_inclusive";

    private static final String CONTENT = "sensitivity, ceasefire, area, originator, publisher, reference, measure, "
            + ESTIMATE + ", valid_from, valid_to, stated_days, day_count, published_on, url, archive_url, verbatim,"
            + " language, note, fingerprint";

    private static final List<String> PART_COLUMNS = List.of("row_number", "type", ESTIMATE);

    private final Connection connection;
    private final StagedRevisions claims;

    private ClaimStaging(Connection connection, StagedRevisions claims) {
        this.connection = connection;
        this.claims = claims;
    }

    /** Opens empty staging tables, which are gone when the transaction ends. */
    static ClaimStaging open(Connection connection) throws SQLException {
        ClaimStaging staging =
                new ClaimStaging(connection, StagedRevisions.open(connection, "violation_claim", CONTENT));
        staging.execute("""
                create temporary table staged_part (like violation_claim_part) on commit drop;
                alter table staged_part drop column claim_revision_id, add column row_number bigint;
                """);
        return staging;
    }

    /** The claims themselves, without their parts. */
    StagedRevisions claims() {
        return claims;
    }

    /** Adds drafts that keep the rules by themselves. */
    void add(List<ClaimDraft> drafts) throws SQLException {
        try (CopyTable rows = claims.copy()) {
            for (ClaimDraft draft : drafts) {
                Estimate e = draft.estimate();
                rows.row(
                        draft.row(),
                        RevisionedEntity.newId(),
                        draft.relayOf(),
                        draft.revisionReason(),
                        draft.sensitivity(),
                        draft.ceasefire(),
                        draft.area(),
                        draft.originator(),
                        draft.publisher(),
                        draft.reference(),
                        draft.measure(),
                        e.qualifier(),
                        e.lower(),
                        e.lowerInclusive(),
                        e.best(),
                        e.upper(),
                        e.upperInclusive(),
                        draft.validFrom(),
                        draft.validTo(),
                        draft.statedDays(),
                        draft.dayCount(),
                        draft.publishedOn(),
                        draft.url(),
                        draft.archiveUrl(),
                        draft.text(),
                        draft.language(),
                        draft.note(),
                        draft.fingerprint());
            }
        }
        try (CopyTable parts = CopyTable.into(connection, "staged_part", PART_COLUMNS)) {
            for (ClaimDraft draft : drafts) {
                draft.parts()
                        .forEach((type, e) -> parts.row(
                                draft.row(),
                                type,
                                e.qualifier(),
                                e.lower(),
                                e.lowerInclusive(),
                                e.best(),
                                e.upper(),
                                e.upperInclusive()));
            }
        }
    }

    /** Writes the new revisions with their parts and closes those they replace. */
    void apply(Instant recordedAt) throws SQLException {
        claims.apply(recordedAt);
        try (PreparedStatement statement =
                connection.prepareStatement("insert into violation_claim_part (claim_revision_id, type, "
                        + ESTIMATE
                        + ") select c.revision_id, p.type, p.qualifier, p.lower, p.lower_inclusive, p.best, p.upper,"
                        + " p.upper_inclusive from staged_part p join staged_violation_claim s using (row_number)"
                        + " join violation_claim c on c.originator = s.originator and c.reference = s.reference"
                        + " where c.superseded_at is null and c.recorded_at = ?")) {
            statement.setObject(1, OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
