package org.humdash.humanitarian.watermark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.humdash.kit.test.AnnouncedTables;
import org.humdash.kit.test.PostgresResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AnnouncedTablesResourceTest {

    @Inject
    DataSource dataSource;

    @Test
    void everyTableAnnouncesItsChangesButThoseOfJobs() throws SQLException {
        assertEquals(new TreeSet<>(AnnouncedTables.SILENT), AnnouncedTables.silent(dataSource));
    }
}
