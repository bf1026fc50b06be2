package org.humdash.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.humdash.vocabulary.export.Column;
import org.humdash.vocabulary.export.TableLayout;
import org.postgresql.PGConnection;

/**
 * The fastest way in that PostgreSQL has: the tables are emptied, filled by COPY without any index, constraint or trigger,
 * and then every index and constraint is built, all committed to the disk.
 */
final class BareLoad {

    /** What goes into a table: a file with a header, of the columns of the layout. */
    record Content(String table, TableLayout layout, Path file) {}

    private final ServiceDatabase database;
    private final Tables tables;

    BareLoad(ServiceDatabase database, Tables tables) {
        this.database = database;
        this.tables = tables;
    }

    /** @return rows a second */
    double run(List<Content> contents, long rows) throws SQLException, IOException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            tables.empty(statement);
            BareTables bare = BareTables.of(connection, tables.records());
            long start = System.nanoTime();
            for (Content content : contents) {
                copy(connection, content);
            }
            bare.build(connection);
            double rate = rows / ((System.nanoTime() - start) / 1e9);
            bare.finish(connection);
            tables.requireRows(statement, rows);
            return rate;
        }
    }

    private static void copy(Connection connection, Content content) throws SQLException, IOException {
        String columns = content.layout().columns().stream().map(Column::name).collect(Collectors.joining(", "));
        try (InputStream in = Files.newInputStream(content.file())) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + content.table() + " (" + columns + ") from stdin (format csv, header)", in);
        }
    }
}
