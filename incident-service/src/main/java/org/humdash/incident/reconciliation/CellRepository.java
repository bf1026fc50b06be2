package org.humdash.incident.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;
import org.humdash.incident.claim.Measure;
import org.humdash.incident.rollup.FigureSum;
import org.humdash.incident.violation.ViolationType;
import org.humdash.kit.revision.ReadScope;

/** What is documented, from the roll-up alone: the cost does not grow with the number of incidents. */
@ApplicationScoped
class CellRepository {

    private static final int ROWS_AT_A_TIME = 1_000;

    // Incidents before the ceasefire took effect, and those most likely explained otherwise, are no violations of it.
    // An
    // incident without a place belongs to its ceasefire and so to the ceasefire's own area; of any other area it may
    // be.
    // The roll-up is condensed before it is held against places, which is what costs most.
    private static final String CELLS = """
            with counted as (
                select ceasefire, occurred_from, occurred_to, timing, type, adm1, adm2, grade = 'CONTESTED' as contested,
                    sum(incidents) as incidents, %1$s
                from incident_rollup
                where ceasefire = any (cast(:ceasefires as text[]))
                    and occurred_from <= cast(:lastDay as date) and occurred_to >= cast(:firstDay as date)
                    and recorded_at <= :knownAt and (superseded_at is null or superseded_at > :knownAt)
                    and sensitivity in (:readable) and timing <> 'BEFORE' and grade <> 'DISCOUNTED'
                group by 1, 2, 3, 4, 5, 6, 7, 8)
            select w.number, r.occurred_from, r.occurred_to,
                r.timing = 'AFTER' and (starts_with(r.adm2, w.area) or starts_with(r.adm1, w.area) or w.whole) as certain,
                r.type, r.contested, sum(r.incidents), %1$s
            from unnest(cast(:ceasefires as text[]), cast(:areas as text[]), cast(:whole as boolean[]),
                cast(cast(:firstDays as text[]) as date[]), cast(cast(:lastDays as text[]) as date[]))
                with ordinality as w (ceasefire, area, whole, first_day, last_day, number)
            join counted r on r.ceasefire = w.ceasefire
                and r.occurred_from <= w.last_day and r.occurred_to >= w.first_day
            where starts_with(r.adm2, w.area) or starts_with(r.adm1, w.area)
                or (r.adm2 = '' and starts_with(w.area, r.adm1))
            group by 1, 2, 3, 4, 5, 6""".formatted(Stream.of("killed", "injured", "detained")
            .flatMap(figure -> Stream.of("lower", "best", "upper", "stated", "without_best", "open")
                    .map(part -> "sum(%1$s_%2$s) as %1$s_%2$s".formatted(figure, part)))
            .collect(Collectors.joining(", ")));

    private final EntityManager entityManager;

    CellRepository(EntityManager entityManager) {
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
                .setParameter("firstDay", first(windows).toString())
                .setParameter("lastDay", last(windows).toString())
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

    private static LocalDate first(List<Window> windows) {
        return windows.stream().map(Window::from).min(Comparator.naturalOrder()).orElseThrow();
    }

    private static LocalDate last(List<Window> windows) {
        return windows.stream().map(Window::to).max(Comparator.naturalOrder()).orElseThrow();
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
