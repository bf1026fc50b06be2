package org.humdash.incident.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.humdash.kit.export.TableExport;
import org.humdash.kit.export.TableExport.Selection;
import org.humdash.kit.query.ListOrder;
import org.humdash.kit.revision.ReadScope;
import org.humdash.vocabulary.export.ExportFormat;

/** Incidents as tables of any length. */
@ApplicationScoped
class IncidentExport {

    private static final String FROM = "incident i"
            + " left join lateral (select e.*, count(*) over () as report_count from incident_report e"
            + " where e.incident_revision_id = i.revision_id order by e.number limit 1) r on true";

    private final TableExport tables;

    IncidentExport(TableExport tables) {
        this.tables = tables;
    }

    /** All incidents that a query finds. */
    Response answer(IncidentQuery query, ListOrder order, ReadScope scope, ExportFormat format) {
        Selection selection = new Selection(
                "incidents", IncidentExportColumns.of(scope.clearance()), FROM, query.where(), order.clause());
        return tables.answer(selection, scope, format);
    }
}
