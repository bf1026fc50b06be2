package org.humdash.incident.incident;

import org.humdash.kit.revision.ReadScope;

/** Where incidents are counted: the roll-up wherever it tells apart what is asked, because it stays small. */
enum CountedTable {
    ROLLUP("incident_rollup", "sum(i.incidents)") {
        @Override
        IncidentQuery query(IncidentFilter filter, ReadScope scope) {
            return IncidentQuery.ofRollup(filter, scope);
        }
    },

    INCIDENTS("incident", "count(*)") {
        @Override
        IncidentQuery query(IncidentFilter filter, ReadScope scope) {
            return IncidentQuery.of(filter, scope).and("i.status = 'PUBLISHED'");
        }
    };

    private final String sql;
    private final String count;

    CountedTable(String sql, String count) {
        this.sql = sql;
        this.count = count;
    }

    abstract IncidentQuery query(IncidentFilter filter, ReadScope scope);

    String sql() {
        return sql;
    }

    String count() {
        return count;
    }
}
