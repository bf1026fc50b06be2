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
import java.util.UUID;
import org.humdash.kit.revision.ReadScope;

/**
 * A query of alerts with its values. Clearance and time come first, in the alerts as in what stands beside them: an alert
 * that may not be seen replaces nothing, and a hazard that may not be seen is linked to nothing.
 */
final class AlertQuery {

    /** An alert is about the hazard {@code h}. */
    private static final String LINKED =
            "(a.hazard_link = 'BY_HAND' and h.code = a.hazard or a.hazard_link = 'GLIDE' and h.glide = a.glide)";

    private final ReadScope scope;
    private final AsOfDay day;
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    private AlertQuery(ReadScope scope) {
        this.scope = scope;
        this.day = AsOfDay.of(scope.asOf());
        // What stands beside an alert is looked up for those of the answer alone, which are chosen first.
        add("""
                select a.*, r.id as replaced_by, r.identifier as replaced_by_identifier,
                    r.message_type as replaced_by_type, r.sent as replaced_by_sent, h.codes as hazards
                from (select a.* from\s""");
    }

    /** One alert, if it may be seen and was issued by the as-of day. */
    static AlertQuery one(UUID id, ReadScope scope) {
        AlertQuery query = new AlertQuery(scope).from("alert a").shown();
        return query.add(" and a.id = ?", id).beside("a.revision");
    }

    /** Every revision of one alert that had been recorded, retractions included, first to last. */
    static AlertQuery revisions(UUID id, ReadScope scope) {
        AlertQuery query = new AlertQuery(scope);
        query.from("alert a")
                .add(
                        " a.id = ? and a.recorded_at <= ? and a.sensitivity = any(?)",
                        id,
                        scope.knownAt(),
                        query.readable());
        return query.notHiddenNow("alert", "a").beside("a.revision");
    }

    /** The page after the filter's cursor, newest first, and one alert more. */
    static AlertQuery page(AlertFilter filter, ReadScope scope) {
        AlertQuery query = new AlertQuery(scope);
        if (Boolean.TRUE.equals(filter.active())) {
            // Few are in force on one day. Without the offset they would be looked for from the newest alert on.
            query.from(
                    "(select x.* from alert x where x.period && tstzrange(?, ?) offset 0) a",
                    query.day.from(),
                    query.day.to());
        } else {
            query.from("alert a");
        }
        query.shown().where(filter);
        return query.add(" order by a.sent desc, a.id desc limit ?", filter.limit + 1)
                .beside("a.sent desc, a.id desc");
    }

    private AlertQuery from(String alerts, Object... further) {
        return add(alerts, further).add(" where");
    }

    private AlertQuery shown() {
        return visible("alert", "a").add(" and a.shown_from < ?", day.to());
    }

    private AlertQuery where(AlertFilter filter) {
        equal("a.type", filter.type == null ? null : filter.type.name());
        equal("a.sender", filter.sender);
        if (filter.area != null) {
            add(" and a.pcodes && ?", filter.areas());
        }
        if (filter.hazard != null) {
            hazard(filter.hazard);
        }
        Boolean active = filter.active();
        if (active != null) {
            active(active);
        }
        if (filter.cursor != null) {
            AlertCursor last = AlertCursor.decode(filter.cursor);
            add(" and (a.sent, a.id) < (?, ?)", last.sent(), last.id());
        }
        return this;
    }

    /** By the hazard's own number, so that no other alerts need be looked at. */
    private void hazard(String code) {
        add(" and (a.hazard_link = 'BY_HAND' and a.hazard = (select h.code from hazard h where h.code = ? and", code);
        visible("hazard", "h");
        add(") or a.hazard_link = 'GLIDE' and a.glide = (select h.glide from hazard h where h.code = ? and", code);
        visible("hazard", "h").add("))");
    }

    /** {@link AsOfDay#standing} says the same of one alert. */
    private void active(boolean isActive) {
        add(
                " and " + (isActive ? "" : "not ") + "(a.status = 'ACTUAL' and a.message_type in ('ALERT', 'UPDATE')"
                        + " and a.begins < ? and coalesce(a.ends > ?, true) and not exists (select",
                day.to(),
                day.from());
        replacement().add("))");
    }

    /**
     * The messages {@code n} that take the place of {@code a}. GDACS counts what it issues of an event. "is true" keeps the
     * index by sender out of it, which would go through all that a sender ever sent to find the one.
     */
    private AlertQuery replacement() {
        add("""
                 from alert n where n.format = a.format and (n.sender = a.sender) is true and n.status = a.status
                and (n.replaces @> array[a.identifier] and n.sent > a.sent
                    or n.gdacs_event = a.gdacs_event and n.gdacs_episode > a.gdacs_episode)
                and n.shown_from < ? and""", day.to());
        return visible("alert", "n");
    }

    private AlertQuery beside(String order) {
        // Of several messages that take one's place, the last has the last word.
        add(") a left join lateral (select n.id, n.identifier, n.message_type, n.sent");
        replacement()
                .add(" order by n.gdacs_episode desc nulls last, n.sent desc, n.id desc limit 1) r"
                        + " on a.message_type in ('ALERT', 'UPDATE')"
                        + " cross join lateral (select array(select h.code from hazard h where " + LINKED + " and");
        return visible("hazard", "h").add(" order by h.code) as codes) h order by " + order);
    }

    private AlertQuery add(String text, Object... further) {
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
    private AlertQuery visible(String table, String alias) {
        add(
                " %1$s.recorded_at <= ? and (%1$s.superseded_at is null or %1$s.superseded_at > ?)".formatted(alias)
                        + " and %1$s.revision_reason <> 'RETRACTION' and %1$s.sensitivity = any(?)".formatted(alias),
                scope.knownAt(),
                scope.knownAt(),
                readable());
        return notHiddenNow(table, alias);
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
