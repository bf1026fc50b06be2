package org.humdash.incident.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.humdash.incident.coverage.DayCoverage;
import org.humdash.kit.meter.GaugeRefresh;
import org.humdash.kit.meter.GaugeRefreshes;
import org.humdash.kit.meter.SteadyGauge;
import org.humdash.kit.meter.SteadyGauge.Row;

/**
 * The day ledger of every ceasefire as of today, as gauges. They read what a dashboard may show, by days and roll-ups, so a
 * refresh costs the same however many incidents there are. A ceasefire that is hidden or retracted has no sample.
 */
@ApplicationScoped
class LedgerGauges {

    private static final String DAYS = """
            select d.ceasefire, d.day, d.status, d.attacks, d.possible_attacks,
                not d.covered and d.day < cast(now() at time zone c.time_zone as date) as gap
            from reporting.ledger_day d
            join reporting.ceasefire c on c.code = d.ceasefire and c.superseded_at is null
            order by d.ceasefire, d.day""";

    private static final String COVERAGE = """
            select d.ceasefire, d.source, lower(d.status) as status, count(*) as days
            from reporting.coverage_day d
            join reporting.ceasefire c on c.code = d.ceasefire and c.superseded_at is null
            where d.superseded_at is null
            group by 1, 2, 3""";

    /**
     * A day counts in full from the one after a ceasefire took effect to the one before it ended, and as soon as it is no
     * longer pending. A week of which not every day does has no row: it could not be compared with another.
     */
    private static final String WEEKS = """
            with ceasefire_now as (
                select c.code, cast(now() at time zone c.time_zone as date) as as_of,
                    cast(c.effective_at at time zone c.time_zone as date) + 1 as first_complete,
                    cast(c.ended_at at time zone c.time_zone as date) - 1 as last_complete,
                    case when 'BOMBARDMENT' = any (c.attack_types)
                        then c.attack_types || array['AIR_STRIKE', 'ARTILLERY_SHELLING'] else c.attack_types end as attack_types
                from ceasefire c
                where c.superseded_at is null and c.sensitivity in ('LOW', 'MODERATE') and c.revision_reason <> 'RETRACTION')
            select c.code as ceasefire, w.week, coalesce(sum(r.incidents), 0) as incidents
            from ceasefire_now c
            cross join lateral (values ('last', c.as_of - 7, c.as_of - 1), ('previous', c.as_of - 14, c.as_of - 8))
                as w (week, first_day, last_day)
            left join incident_type_rollup r on r.ceasefire = c.code and r.superseded_at is null and r.clearance = 'PARTNER'
                and r.adm1 = '*' and r.adm2 = '*' and r.occurred_from between w.first_day and w.last_day
                and r.type = any (c.attack_types)
            where w.first_day >= c.first_complete and (c.last_complete is null or w.last_day <= c.last_complete)
            group by 1, 2""";

    private final DataSource dataSource;
    private final SteadyGauge days;
    private final SteadyGauge streaks;
    private final SteadyGauge gaps;
    private final SteadyGauge coverage;
    private final SteadyGauge weeks;
    private final GaugeRefresh refresh;

    LedgerGauges(DataSource dataSource, MeterRegistry registry, GaugeRefreshes refreshes) {
        this.dataSource = dataSource;
        this.days = new SteadyGauge(MultiGauge.builder("humdash.ledger")
                .description("Monitored days of a ceasefire by status, as of today")
                .baseUnit("days")
                .register(registry));
        this.streaks = new SteadyGauge(MultiGauge.builder("humdash.ledger.streak")
                .description("Quiet or attack days in a row: those that still run, and the most there were")
                .baseUnit("days")
                .register(registry));
        this.gaps = new SteadyGauge(MultiGauge.builder("humdash.coverage.gap")
                .description("Monitored days that are over and on which no source reported on the whole day")
                .baseUnit("days")
                .register(registry));
        this.coverage = new SteadyGauge(MultiGauge.builder("humdash.coverage")
                .description("Days of a ceasefire that a source gave a status of its reporting to")
                .baseUnit("days")
                .register(registry));
        this.weeks = new SteadyGauge(MultiGauge.builder("humdash.ledger.week.incidents")
                .description(
                        "Attack incidents, not discounted, that began in the last seven complete days or the seven before")
                .register(registry));
        this.refresh = refreshes.of("ledger", days, streaks, gaps, coverage, weeks);
    }

    // A refresh that takes longer than the interval must not be joined by the next one.
    @Scheduled(every = "${humdash.incident.gauge-refresh}", concurrentExecution = ConcurrentExecution.SKIP)
    void refresh() throws SQLException {
        refresh.run(this::read);
    }

    private void read() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            readDays(connection);
            coverage.show(rows(connection, COVERAGE, "days", "ceasefire", "source", "status"));
            weeks.show(rows(connection, WEEKS, "incidents", "ceasefire", "week"));
        }
    }

    private void readDays(Connection connection) throws SQLException {
        Map<String, List<LedgerDay>> ledgers = new TreeMap<>();
        Map<String, Integer> gapDays = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(DAYS);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String ceasefire = row.getString("ceasefire");
                ledgers.computeIfAbsent(ceasefire, code -> new ArrayList<>())
                        .add(new LedgerDay(
                                row.getObject("day", LocalDate.class),
                                DayStatus.valueOf(row.getString("status")),
                                row.getLong("attacks"),
                                row.getLong("possible_attacks"),
                                DayCoverage.NONE));
                gapDays.merge(ceasefire, row.getBoolean("gap") ? 1 : 0, Integer::sum);
            }
        }
        List<Row> dayRows = new ArrayList<>();
        List<Row> streakRows = new ArrayList<>();
        List<Row> gapRows = new ArrayList<>();
        ledgers.forEach((ceasefire, ledger) -> {
            Tags tags = Tags.of("ceasefire", ceasefire);
            for (DayStatus status : DayStatus.values()) {
                long count =
                        ledger.stream().filter(day -> day.status() == status).count();
                dayRows.add(Row.of(tags.and("status", status.name().toLowerCase(Locale.ROOT)), count));
            }
            for (DayStatus status : List.of(DayStatus.QUIET, DayStatus.ATTACK)) {
                Streaks found = Streaks.of(status, ledger);
                String label = status.name().toLowerCase(Locale.ROOT);
                streakRows.add(Row.of(
                        tags.and("streak", label + "_current"), found.current().days()));
                streakRows.add(Row.of(
                        tags.and("streak", label + "_longest"), found.longest().days()));
            }
            gapRows.add(Row.of(tags, gapDays.get(ceasefire)));
        });
        days.show(dayRows);
        streaks.show(streakRows);
        gaps.show(gapRows);
    }

    private static List<Row> rows(Connection connection, String sql, String value, String... labels)
            throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Tags tags = Tags.empty();
                for (String label : labels) {
                    tags = tags.and(label, row.getString(label));
                }
                rows.add(Row.of(tags, row.getDouble(value)));
            }
        }
        return rows;
    }
}
