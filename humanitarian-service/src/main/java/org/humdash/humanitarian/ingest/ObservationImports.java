package org.humdash.humanitarian.ingest;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.humdash.humanitarian.indicator.IndicatorCatalogue;
import org.humdash.humanitarian.mapping.ObservationConversion;
import org.humdash.humanitarian.mapping.ObservationMappingProposer;
import org.humdash.humanitarian.observation.ObservationImporter;
import org.humdash.humanitarian.observation.ObservationTable;
import org.humdash.kit.ingest.ImportCounts;
import org.humdash.kit.ingest.ImportOptions;
import org.humdash.kit.ingest.ImportRefused;
import org.humdash.kit.ingest.ImportTarget;
import org.humdash.kit.ingest.ImportWatch;
import org.humdash.vocabulary.hxl.Columns;
import org.humdash.vocabulary.hxl.Row;
import org.humdash.vocabulary.mapping.Conversions;
import org.humdash.vocabulary.mapping.MappingProposal;
import org.humdash.vocabulary.mapping.TableMapping;
import org.humdash.vocabulary.table.TableColumn;

/** What this service takes in by jobs: observations. */
@ApplicationScoped
class ObservationImports implements ImportTarget {

    /** Days are local days of the areas of the gazetteer. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Gaza");

    private final ObservationImporter importer;
    private final IndicatorCatalogue indicators;

    ObservationImports(ObservationImporter importer, IndicatorCatalogue indicators) {
        this.importer = importer;
        this.indicators = indicators;
    }

    @Override
    public String kind() {
        return "observations";
    }

    @Override
    public Columns columns() {
        return ObservationTable.COLUMNS;
    }

    @Override
    public Conversions conversions() {
        return ObservationConversion.ALL;
    }

    @Override
    public String parameters() {
        return "originator, indicator or area";
    }

    /** In a transaction, because no request is there to read the catalogue in. */
    @Override
    @Transactional
    public MappingProposal propose(List<TableColumn> columns, Map<String, String> constants) {
        return new ObservationMappingProposer(ObservationTable.COLUMNS, indicators.current())
                .propose(columns, constants);
    }

    @Override
    public ZoneId zone(TableMapping mapping) {
        return ZONE;
    }

    @Override
    public ImportCounts take(Iterable<Row> rows, String account, ImportOptions options, ImportWatch watch)
            throws SQLException {
        try {
            return importer.run(rows.iterator(), options.complete(), options.dryRun(), watch);
        } catch (HttpProblem e) {
            // The register of sources does not answer: nobody's fault who sent the file, and worth trying again.
            throw new ImportRefused(e.getDetail(), e);
        }
    }
}
