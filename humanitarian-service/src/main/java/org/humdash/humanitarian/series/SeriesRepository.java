package org.humdash.humanitarian.series;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGStatement;

/** Reads the figures of series, in the order of the index they are found by. */
@ApplicationScoped
class SeriesRepository {

    private static final int ROWS_AT_A_TIME = 5_000;

    /** Lets the driver fetch numbers and dates in binary from the first row on, and not after five executions. */
    private static final int AT_ONCE = -1;

    /** What is hidden now is hidden in its older revisions too; a revision that is current has said so itself. */
    private static final String VISIBLE = """
             and recorded_at <= ? and (superseded_at is null or superseded_at > ?)
            and revision_reason <> 'RETRACTION' and sensitivity = any(?)
            and (superseded_at is null or not exists (select from observation n
                where n.id = o.id and n.superseded_at is null and n.sensitivity <> all(?)))
            order by originator, valid_to""";

    private final DataSource dataSource;

    SeriesRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The figures a question finds, series by series; to be closed. */
    SeriesCursor open(SeriesQuestion question) throws IOException {
        Connection connection = null;
        try {
            connection = dataSource.getConnection();
            // Without a transaction the driver would fetch everything at once.
            connection.setAutoCommit(false);
            FigureColumns columns = FigureColumns.of(question);
            PreparedStatement statement = prepare(connection, columns, question);
            return new SeriesCursor(
                    connection,
                    statement,
                    columns,
                    SeriesKey.orderWithoutNaming(question.hiddenHazards()),
                    statement.executeQuery());
        } catch (SQLException e) {
            SeriesCursor.release(connection);
            throw new IOException("The figures could not be read", e);
        }
    }

    private static PreparedStatement prepare(Connection connection, FigureColumns columns, SeriesQuestion question)
            throws SQLException {
        List<Object> parameters = new ArrayList<>();
        StringBuilder sql = new StringBuilder("select ")
                .append(columns.list())
                .append(" from observation o where area = ? and indicator = ?");
        parameters.add(question.area());
        parameters.add(question.indicator().code());
        // One source by equality, which the index answers in the order that is wanted.
        if (question.sources().size() == 1) {
            sql.append(" and originator = ?");
            parameters.add(question.sources().getFirst());
        } else if (!question.sources().isEmpty()) {
            sql.append(" and originator = any(?)");
            parameters.add(connection.createArrayOf("text", question.sources().toArray()));
        }
        if (question.definition() != null) {
            sql.append(" and definition = ?");
            parameters.add(question.definition());
        }
        if (question.hazard() != null) {
            sql.append(" and hazard = ?");
            parameters.add(question.hazard());
        }
        if (question.asksForWhatIsHidden()) {
            sql.append(" and false");
        }
        if (!question.withParts()) {
            sql.append(" and num_nonnulls(sex, age, cause, shelter_type) = 0");
        }
        if (question.firstDay() != null) {
            sql.append(" and valid_to >= ?");
            parameters.add(question.firstDay());
        }
        sql.append(" and valid_to <= ?").append(VISIBLE);
        parameters.add(question.lastDay());
        OffsetDateTime knownAt = OffsetDateTime.ofInstant(question.scope().knownAt(), ZoneOffset.UTC);
        Object readable = connection.createArrayOf(
                "text",
                question.scope().clearance().mayRead().stream().map(Enum::name).toArray());
        parameters.addAll(List.of(knownAt, knownAt, readable, readable));
        PreparedStatement statement = connection.prepareStatement(sql.toString());
        statement.unwrap(PGStatement.class).setPrepareThreshold(AT_ONCE);
        statement.setFetchSize(ROWS_AT_A_TIME);
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
        return statement;
    }
}
