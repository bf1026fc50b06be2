package org.humdash.humanitarian.observation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.ValidityCursor;

@ApplicationScoped
class UnreportedDayRepository implements PanacheRepositoryBase<UnreportedDay, Long> {

    /** What is asked for; null for any. */
    record Question(String indicator, String area, String originator, String publisher, LocalDate from, LocalDate to) {}

    /** The days after the cursor, newest first, and one more, which tells whether there is another page. */
    List<UnreportedDay> page(Question question, String cursor, int limit, ReadScope scope) {
        Map<String, Object> parameters = scope.parameters(Map.of("asOf", scope.asOf()));
        StringBuilder conditions = new StringBuilder("from UnreportedDay u where u.day <= :asOf");
        add(" and u.indicator = :indicator", "indicator", question.indicator(), conditions, parameters);
        add(" and u.area = :area", "area", question.area(), conditions, parameters);
        add(" and u.originator = :originator", "originator", question.originator(), conditions, parameters);
        add(" and u.publisher = :publisher", "publisher", question.publisher(), conditions, parameters);
        add(" and u.day >= :from", "from", question.from(), conditions, parameters);
        add(" and u.day <= :to", "to", question.to(), conditions, parameters);
        if (cursor != null) {
            ValidityCursor last = ValidityCursor.decode(cursor);
            conditions.append(" and (u.day < :lastDay or u.day = :lastDay and u.id < :lastId)");
            parameters.put("lastDay", last.validTo());
            parameters.put("lastId", last.id());
        }
        conditions.append(" and ").append(ReadScope.visible("UnreportedDay", "u"));
        return find(conditions + " order by u.day desc, u.id desc", parameters)
                .page(0, limit + 1)
                .list();
    }

    private static void add(
            String condition, String name, Object value, StringBuilder conditions, Map<String, Object> parameters) {
        if (value != null) {
            conditions.append(condition);
            parameters.put(name, value);
        }
    }
}
