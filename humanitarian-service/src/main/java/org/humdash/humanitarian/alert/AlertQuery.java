package org.humdash.humanitarian.alert;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.humdash.kit.revision.ReadScope;

/**
 * A query of alerts with its values. Clearance and time come first, in the alerts as in what stands beside them: an alert
 * that may not be seen replaces nothing, and a hazard that may not be seen is linked to nothing.
 */
final class AlertQuery {

    private static final String SELECT = """
            select a.*, r.id as replaced_by, r.identifier as replaced_by_identifier,
                r.message_type as replaced_by_type, r.sent as replaced_by_sent, h.codes as hazards
            from alert a""";

    /** An alert is about the hazard {@code h}. */
    private static final String LINKED =
            "(a.hazard_link = 'BY_HAND' and h.code = a.hazard or a.hazard_link = 'GLIDE' and h.glide = a.glide)";

    /** Needs the end of the as-of day, then its beginning. */
    static final String ACTIVE = "(a.status = 'ACTUAL' and a.message_type in ('ALERT', 'UPDATE') and r.id is null"
            + " and a.begins < ? and coalesce(a.ends > ?, true))";

    private final ReadScope scope;
    private final AsOfDay day;
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    private AlertQuery(ReadScope scope) {
        this.scope = scope;
        this.day = AsOfDay.of(scope.asOf());
        add(SELECT);
        // Of two messages that replace one, the later has the last word. GDACS counts what it issues of an event.
        add("""

                left join lateral (
                    select n.id, n.identifier, n.message_type, n.sent from alert n
                    where n.format = a.format and n.sender = a.sender and n.status = a.status
                        and (n.replaces @> array[a.identifier] and n.sent > a.sent
                            or n.gdacs_event = a.gdacs_event and n.gdacs_episode > a.gdacs_episode)
                        and n.shown_from < ? and""", day.to());
        visible("alert", "n");
        add("""

                    order by n.gdacs_episode desc nulls last, n.sent desc, n.id desc limit 1) r
                    on a.message_type in ('ALERT', 'UPDATE')
                cross join lateral (select array(select h.code from hazard h where\s""" + LINKED + " and");
        visible("hazard", "h");
        add(" order by h.code) as codes) h where");
    }

    /** The alerts that may be seen and were issued by the as-of day. */
    static AlertQuery shown(ReadScope scope) {
        AlertQuery query = new AlertQuery(scope);
        query.visible("alert", "a");
        return query.add(" and a.shown_from < ?", query.day.to());
    }

    /** Every revision of one alert that had been recorded, retractions included. */
    static AlertQuery revisions(Object id, ReadScope scope) {
        AlertQuery query = new AlertQuery(scope);
        query.add(" a.id = ? and a.recorded_at <= ? and a.sensitivity = any(?)", id, scope.knownAt(), query.readable());
        return query.notHiddenNow("alert", "a").add(" order by a.revision");
    }

    AlertQuery where(AlertFilter filter) {
        equal("a.type", filter.type == null ? null : filter.type.name());
        equal("a.sender", filter.sender);
        if (filter.area != null) {
            add(" and a.pcodes && ?", filter.areas());
        }
        if (filter.hazard != null) {
            // Found by the hazard first, not by looking at every alert.
            add(" and exists (select from hazard h where h.code = ? and " + LINKED + " and", filter.hazard);
            visible("hazard", "h");
            add(")");
        }
        Boolean active = filter.active();
        if (active != null) {
            add(" and " + (active ? "" : "not ") + ACTIVE, day.to(), day.from());
        }
        if (filter.cursor != null) {
            AlertCursor last = AlertCursor.decode(filter.cursor);
            add(" and (a.sent, a.id) < (?, ?)", last.sent(), last.id());
        }
        return this;
    }

    AlertQuery add(String text, Object... further) {
        sql.append(text);
        values.addAll(List.of(further));
        return this;
    }

    AsOfDay day() {
        return day;
    }

    PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.toString());
        for (int i = 0; i < values.size(); i++) {
            switch (values.get(i)) {
                case Instant instant -> statement.setObject(i + 1, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
                case Collection<?> texts ->
                    statement.setArray(i + 1, connection.createArrayOf("text", texts.toArray()));
                case Object value -> statement.setObject(i + 1, value);
            }
        }
        return statement;
    }

    private void equal(String column, String value) {
        if (value != null) {
            add(" and " + column + " = ?", value);
        }
    }

    /** The conditions of {@link ReadScope#visible(String, String)}, in SQL. */
    private void visible(String table, String alias) {
        add(
                " %1$s.recorded_at <= ? and (%1$s.superseded_at is null or %1$s.superseded_at > ?)".formatted(alias)
                        + " and %1$s.revision_reason <> 'RETRACTION' and %1$s.sensitivity = any(?)".formatted(alias),
                scope.knownAt(),
                scope.knownAt(),
                readable());
        notHiddenNow(table, alias);
    }

    private AlertQuery notHiddenNow(String table, String alias) {
        return add(
                " and not exists (select from %1$s hidden where hidden.id = %2$s.id and hidden.superseded_at is null"
                                .formatted(table, alias)
                        + " and hidden.sensitivity <> all(?))",
                readable());
    }

    private List<String> readable() {
        return scope.clearance().mayRead().stream().map(Enum::name).toList();
    }
}
