package org.humdash.incident.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.humdash.incident.violation.ViolationType;
import org.humdash.kit.lint.LintSql;
import org.humdash.kit.revision.ReadScope;
import org.humdash.vocabulary.estimate.Estimate;
import org.humdash.vocabulary.time.DayCount;

/** Reads claims together with what they are held against: any number of them with two statements. */
@ApplicationScoped
class LintedClaimRepository {

    /**
     * The claims of some ids; what each passes on, and the statement before it. A claim that passes on what the reader
     * may not see is a statement of its own, as everywhere, and whatever is compared with it is for the reader as well.
     */
    private static final String CLAIMS = LintSql.WITH_SCOPE
            + LintSql.expand("violation_claim", """
            select c.revision_id, c.id, c.reference, c.ceasefire, c.area, c.measure, c.originator, c.publisher, c.valid_from,
                c.valid_to, c.stated_days, c.day_count, c.published_on, $figure(c),
                r.id as r_id, r.valid_from as r_valid_from, r.valid_to as r_valid_to, $figure(r),
                p.id as p_id, p.valid_from as p_valid_from, p.valid_to as p_valid_to, $figure(p),
                a.id as a_id, $figure(a), q.id as q_id, $figure(q)
            from scope cross join violation_claim c
            left join violation_claim r on r.id = c.relay_of and $visible(r)
            left join lateral (
                select s.* from violation_claim s
                where r.id is null and s.ceasefire = c.ceasefire and s.area = c.area and s.measure = c.measure
                    and s.originator = c.originator and s.valid_from = c.valid_from and s.valid_to < c.valid_to
                    and $visible(s)
                    and (s.relay_of is null or not exists (
                        select from violation_claim o where o.id = s.relay_of and $visible(o)))
                order by s.valid_to desc, s.published_on desc nulls last, s.reference, s.id
                limit 1) p on true
            left join lateral (%s) a on true
            left join lateral (%s) q on true
            where c.id = any(?) and $visible(c)""".formatted(beside("ATTACK_DAYS"), beside("QUIET_DAYS")));

    private static final String PARTS = LintSql.expand("violation_claim_part", """
            select p.claim_revision_id, p.type, $figure(p)
            from violation_claim_part p where p.claim_revision_id = any(?)""");

    private final DataSource dataSource;

    LintedClaimRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A claim as it was read, its parts still to come. */
    private record Read(long revisionId, Estimate total, LintedClaim claim) {

        LintedClaim with(Map<ViolationType, Estimate> parts) {
            return new LintedClaim(
                    claim.id(),
                    claim.reference(),
                    claim.series(),
                    claim.publisher(),
                    new Breakdown(total, parts),
                    claim.validTo(),
                    claim.statedDays(),
                    claim.dayCount(),
                    claim.publishedOn(),
                    claim.original(),
                    claim.previous(),
                    claim.kindsOfDay());
        }
    }

    /** Those of the claims that the reader may see, by id. */
    Map<UUID, LintedClaim> find(Collection<UUID> ids, ReadScope scope) throws SQLException {
        Map<UUID, LintedClaim> found = new HashMap<>();
        try (Connection connection = dataSource.getConnection()) {
            List<Read> read = claims(connection, ids, scope);
            Map<Long, Map<ViolationType, Estimate>> parts =
                    parts(connection, read.stream().map(Read::revisionId).toList());
            read.forEach(claim ->
                    found.put(claim.claim().id(), claim.with(parts.getOrDefault(claim.revisionId(), Map.of()))));
        }
        return found;
    }

    /** The claim of another measure that goes with a number of monitored days. */
    private static String beside(String measure) {
        return """
                select s.* from violation_claim s
                where c.measure = 'MONITORED_DAYS' and s.measure = '%s' and s.ceasefire = c.ceasefire
                    and s.area = c.area and s.originator = c.originator and s.valid_from = c.valid_from
                    and s.valid_to = c.valid_to and s.publisher is not distinct from c.publisher and $visible(s)
                order by s.published_on desc nulls last, s.reference, s.id limit 1""".formatted(measure);
    }

    private static List<Read> claims(Connection connection, Collection<UUID> ids, ReadScope scope) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CLAIMS)) {
            LintSql.bind(statement, scope);
            LintSql.bindArray(statement, 3, "uuid", ids);
            List<Read> read = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Estimate total = LintSql.figure(row, "c");
                    read.add(new Read(row.getLong("revision_id"), total, claim(row, total)));
                }
            }
            return read;
        }
    }

    private static LintedClaim claim(ResultSet row, Estimate total) throws SQLException {
        String dayCount = row.getString("day_count");
        return new LintedClaim(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                new ClaimSeries(
                        row.getString("ceasefire"),
                        row.getString("area"),
                        Measure.valueOf(row.getString("measure")),
                        row.getString("originator"),
                        row.getObject("valid_from", LocalDate.class)),
                row.getString("publisher"),
                new Breakdown(total, Map.of()),
                row.getObject("valid_to", LocalDate.class),
                row.getObject("stated_days", Integer.class),
                dayCount == null ? null : DayCount.valueOf(dayCount),
                row.getObject("published_on", LocalDate.class),
                LintSql.statement(row, "r"),
                LintSql.statement(row, "p"),
                kindsOfDay(row));
    }

    private static Map<String, Estimate> kindsOfDay(ResultSet row) throws SQLException {
        if (row.getString("a_id") == null || row.getString("q_id") == null) {
            return Map.of();
        }
        Map<String, Estimate> kinds = new LinkedHashMap<>();
        kinds.put(Measure.ATTACK_DAYS.name(), LintSql.figure(row, "a"));
        kinds.put(Measure.QUIET_DAYS.name(), LintSql.figure(row, "q"));
        return kinds;
    }

    private static Map<Long, Map<ViolationType, Estimate>> parts(Connection connection, List<Long> revisionIds)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PARTS)) {
            LintSql.bindArray(statement, 1, "bigint", revisionIds);
            Map<Long, Map<ViolationType, Estimate>> parts = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    parts.computeIfAbsent(row.getLong("claim_revision_id"), id -> new EnumMap<>(ViolationType.class))
                            .put(ViolationType.valueOf(row.getString("type")), LintSql.figure(row, "p"));
                }
            }
            return parts;
        }
    }
}
