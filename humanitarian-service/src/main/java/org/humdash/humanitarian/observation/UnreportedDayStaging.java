package org.humdash.humanitarian.observation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.humdash.kit.ingest.CopyTable;
import org.humdash.kit.ingest.ImportCounts;
import org.humdash.kit.revision.RevisionedEntity;

/** Days without a report on their way in. What the file says twice is said once. */
final class UnreportedDayStaging {

    private static final List<String> COLUMNS =
            List.of("id", "indicator", "area", "originator", "publisher", "day", "note", "sensitivity");

    private final Connection connection;

    /** Opens an empty staging table, which is gone when the transaction ends. */
    UnreportedDayStaging(Connection connection) throws SQLException {
        this.connection = connection;
        execute("""
                create temporary table staged_unreported_day on commit drop as
                select id, indicator, area, originator, publisher, day, note, sensitivity, ''::text as outcome, revision,
                    revision_id as old_revision_id
                from unreported_day with no data""");
    }

    void add(List<UnreportedDays> drafts) throws SQLException {
        if (drafts.isEmpty()) {
            return;
        }
        try (CopyTable rows = CopyTable.into(connection, "staged_unreported_day", COLUMNS)) {
            for (UnreportedDays draft : drafts) {
                for (LocalDate day = draft.from(); !day.isAfter(draft.to()); day = day.plusDays(1)) {
                    rows.row(
                            RevisionedEntity.newId(),
                            draft.indicator(),
                            draft.area(),
                            draft.originator(),
                            draft.publisher(),
                            day,
                            draft.note(),
                            draft.sensitivity());
                }
            }
        }
    }

    void compare() throws SQLException {
        execute("""
                delete from staged_unreported_day s using staged_unreported_day o
                where o.indicator = s.indicator and o.area = s.area and o.originator = s.originator and o.day = s.day
                    and o.publisher is not distinct from s.publisher and o.id < s.id;
                update staged_unreported_day s set
                    outcome = case when k.id is null then 'CREATED'
                        when k.note is not distinct from s.note
                            and k.sensitivity = coalesce(s.sensitivity, k.sensitivity) then 'UNCHANGED'
                        else 'REVISED' end,
                    id = coalesce(k.id, s.id), revision = coalesce(k.revision, 0) + 1, old_revision_id = k.revision_id,
                    sensitivity = coalesce(s.sensitivity, k.sensitivity, 'LOW')
                from staged_unreported_day t
                left join unreported_day k on k.indicator = t.indicator and k.area = t.area and k.originator = t.originator
                    and k.day = t.day and k.publisher is not distinct from t.publisher and k.superseded_at is null
                where t.id = s.id;
                """);
    }

    ImportCounts counts() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                        select count(*) filter (where outcome = 'CREATED'), count(*) filter (where outcome = 'REVISED'),
                            count(*) filter (where outcome = 'UNCHANGED') from staged_unreported_day""");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new ImportCounts(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }

    /** Writes them, and closes those of a day on which the source turns out to have reported. */
    void apply(Instant recordedAt) throws SQLException {
        execute(recordedAt, """
                update unreported_day k set superseded_at = ? from staged_unreported_day s
                where s.outcome = 'REVISED' and k.revision_id = s.old_revision_id""");
        execute(recordedAt, """
                update unreported_day k set superseded_at = ? where k.superseded_at is null
                and exists (select from staged_observation s where s.indicator = k.indicator and s.area = k.area
                    and s.originator = k.originator and s.publisher is not distinct from k.publisher and s.valid_to = k.day)
                and not exists (select from staged_unreported_day s where s.indicator = k.indicator and s.area = k.area
                    and s.originator = k.originator and s.publisher is not distinct from k.publisher and s.day = k.day)""");
        execute(recordedAt, """
                insert into unreported_day (recorded_at, id, revision, revision_reason, sensitivity, originator, publisher, indicator,
                    area, day, note)
                select ?, id, revision, case revision when 1 then 'NEW' else 'UPDATE' end, sensitivity, originator, publisher,
                    indicator, area, day, note
                from staged_unreported_day where outcome <> 'UNCHANGED' order by day, id""");
    }

    /** Closes those of days whose figures were recorded at this instant without having been staged. */
    void closeReported(Instant recordedAt) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update unreported_day k set superseded_at = ? where k.superseded_at is null and k.recorded_at < ?
                and exists (select from observation o where o.area = k.area and o.indicator = k.indicator
                    and o.originator = k.originator and o.valid_to = k.day and o.publisher is not distinct from k.publisher
                    and o.recorded_at = ?)
                and not exists (select from staged_unreported_day s where s.indicator = k.indicator and s.area = k.area
                    and s.originator = k.originator and s.publisher is not distinct from k.publisher and s.day = k.day)""")) {
            OffsetDateTime at = OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC);
            statement.setObject(1, at);
            statement.setObject(2, at);
            statement.setObject(3, at);
            statement.executeUpdate();
        }
    }

    private void execute(Instant recordedAt, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
