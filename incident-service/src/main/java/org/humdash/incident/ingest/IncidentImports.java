package org.humdash.incident.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.humdash.incident.ceasefire.CeasefireRegister;
import org.humdash.incident.incident.IncidentImporter;
import org.humdash.incident.incident.IncidentTable;
import org.humdash.incident.mapping.IncidentConversion;
import org.humdash.incident.mapping.MappingProposer;
import org.humdash.kit.ingest.ImportCounts;
import org.humdash.kit.ingest.ImportOptions;
import org.humdash.kit.ingest.ImportTarget;
import org.humdash.kit.ingest.ImportWatch;
import org.humdash.vocabulary.hxl.Columns;
import org.humdash.vocabulary.hxl.Row;
import org.humdash.vocabulary.mapping.Conversions;
import org.humdash.vocabulary.mapping.FieldMapping;
import org.humdash.vocabulary.mapping.MappingProposal;
import org.humdash.vocabulary.mapping.TableMapping;
import org.humdash.vocabulary.table.TableColumn;

/** What this service takes in by jobs: incidents. */
@ApplicationScoped
class IncidentImports implements ImportTarget {

    private final MappingProposer proposer = new MappingProposer(IncidentTable.COLUMNS);
    private final IncidentImporter importer;
    private final CeasefireRegister ceasefires;

    IncidentImports(IncidentImporter importer, CeasefireRegister ceasefires) {
        this.importer = importer;
        this.ceasefires = ceasefires;
    }

    @Override
    public String kind() {
        return "incidents";
    }

    @Override
    public Columns columns() {
        return IncidentTable.COLUMNS;
    }

    @Override
    public Conversions conversions() {
        return IncidentConversion.ALL;
    }

    @Override
    public String parameters() {
        return "source, ceasefire or type";
    }

    @Override
    public MappingProposal propose(List<TableColumn> columns, Map<String, String> constants) {
        return proposer.propose(columns, constants);
    }

    /** Days are counted where the ceasefire is, if it is the same one for all rows. */
    @Override
    public ZoneId zone(TableMapping mapping) {
        FieldMapping ceasefire = mapping.fields().get("ceasefire");
        return ceasefires.zoneOf(ceasefire == null ? null : ceasefire.constant());
    }

    @Override
    public ImportCounts take(Iterable<Row> rows, String account, ImportOptions options, ImportWatch watch)
            throws SQLException {
        return importer.run(rows, account, options.complete(), options.dryRun(), watch);
    }
}
