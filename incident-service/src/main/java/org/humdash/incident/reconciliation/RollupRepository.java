package org.humdash.incident.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;
import org.humdash.incident.claim.Measure;
import org.humdash.incident.violation.ViolationType;
import org.humdash.kit.revision.ReadScope;

/** What is documented, from the roll-up alone: the cost does not grow with the number of incidents. */
@ApplicationScoped
class RollupRepository {

    private static final int ROWS_AT_A_TIME = 1_000;

    // Incidents before the ceasefire took effect, and those most likely explained otherwise, are no violations of it.
    // An
    // incident without a place belongs to its ceasefire and so to the ceasefire's own area; of any other area it may
    // be.
    private static final String CELLS = """
            select w.number, r.occurred_from, r.occurred_to,
                r.timing = 'AFTER' and (starts_with(r.adm2, w.area) or starts_with(r.adm1, w.area) or w.whole) as certain,
                r.type, r.grade = 'CONTESTED' as contested, sum(r.incidents),
                sum(r.killed_lower), sum(r.killed_best), sum(r.killed_upper),
                sum(r.killed_stated), sum(r.killed_without_best), sum(r.killed_open),
                sum(r.injured_lower), sum(r.injured_best), sum(r.injured_upper),
                sum(r.injured_stated), sum(r.injured_without_best), sum(r.injured_open),
                sum(r.detained_lower), sum(r.detained_best), sum(r.detained_upper),
                sum(r.detained_stated), sum(r.detained_without_best), sum(r.detained_open)
            from unnest(cast(:ceasefires as text[]), cast(:areas as text[]), cast(:whole as boolean[]),
                cast(cast(:firstDays as text[]) as date[]), cast(cast(:lastDays as text[]) as date[]))
                with ordinality as w (ceasefire, area, whole, first_day, last_day, number)
            join incident_rollup r on r.ceasefire = w.ceasefire
                and r.occurred_from <= w.last_day and r.occurred_to >= w.first_day
            where r.recorded_at <= :knownAt and (r.superseded_at is null or r.superseded_at > :knownAt)
                and r.sensitivity in (:readable) and r.timing <> 'BEFORE' and r.grade <> 'DISCOUNTED'
                and (starts_with(r.adm2, w.area) or starts_with(r.adm1, w.area)
                    or (r.adm2 = '' and starts_with(w.area, r.adm1)))
            group by w.number, r.occurred_from, r.occurred_to, certain, r.type, contested""";

    private final EntityManager entityManager;

    RollupRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * A place and a span of days to read about.
     *
     * @param whole whether the place is the ceasefire's own area
     */
    record Window(String ceasefire, String area, boolean whole, LocalDate from, LocalDate to) {}

    /** Hands over what is documented in each window, cell by cell; needs a transaction, so that they stream. */
    void read(List<Window> windows, ReadScope scope, BiConsumer<Window, RollupCell> reader) {
        if (windows.isEmpty()) {
            return;
        }
        var query = entityManager
                .createNativeQuery(CELLS, Object[].class)
                .setParameter(
                        "ceasefires", windows.stream().map(Window::ceasefire).toArray(String[]::new))
                .setParameter("areas", windows.stream().map(Window::area).toArray(String[]::new))
                .setParameter("whole", windows.stream().map(Window::whole).toArray(Boolean[]::new))
                .setParameter("firstDays", days(windows.stream().map(Window::from)))
                .setParameter("lastDays", days(windows.stream().map(Window::to)))
                .setParameter("knownAt", OffsetDateTime.ofInstant(scope.knownAt(), ZoneOffset.UTC))
                .setParameter(
                        "readable",
                        scope.clearance().mayRead().stream().map(Enum::name).toList())
                .setHint(HibernateHints.HINT_FETCH_SIZE, ROWS_AT_A_TIME);
        try (Stream<?> rows = query.getResultStream()) {
            rows.map(Object[].class::cast)
                    .forEach(row -> reader.accept(windows.get(((Number) row[0]).intValue() - 1), cell(row)));
        }
    }

    private static String[] days(Stream<LocalDate> days) {
        return days.map(LocalDate::toString).toArray(String[]::new);
    }

    private static RollupCell cell(Object[] row) {
        return new RollupCell(
                date(row[1]),
                date(row[2]),
                (Boolean) row[3],
                ViolationType.valueOf((String) row[4]),
                (Boolean) row[5],
                ((Number) row[6]).longValue(),
                Map.of(Measure.KILLED, sum(row, 7), Measure.INJURED, sum(row, 13), Measure.DETAINED, sum(row, 19)));
    }

    private static FigureSum sum(Object[] row, int at) {
        return new FigureSum(
                (BigDecimal) row[at],
                (BigDecimal) row[at + 1],
                (BigDecimal) row[at + 2],
                ((Number) row[at + 3]).longValue(),
                ((Number) row[at + 4]).longValue(),
                ((Number) row[at + 5]).longValue());
    }

    private static LocalDate date(Object value) {
        return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
    }
}
