package org.humdash.incident;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.humdash.incident.incident.CoarseRollup;

/** Fills the roll-up as the writer of incidents leaves it, for tests of what reads it. */
public final class RollupRows {

    private static final String KEY =
            "ceasefire, occurred_from, occurred_to, date_precision, timing, type, adm1, adm2, grade, sensitivity";

    private static final String FIGURES = figures("killed") + ", " + figures("injured") + ", " + figures("detained");

    private final DataSource dataSource;
    private final String ceasefire;

    public RollupRows(DataSource dataSource, String ceasefire) {
        this.dataSource = dataSource;
        this.ceasefire = ceasefire;
    }

    /** A row of a whole roll-up key; {@link #row()} begins one. */
    public final class Row {

        private String from;
        private String to;
        private int precision = 1;
        private String timing = "AFTER";
        private String type = "AIR_STRIKE";
        private String adm1 = "PS02";
        private String adm2 = "PS0260";
        private String grade = "WEAK";
        private String sensitivity = "LOW";
        private String recordedAt = "2025-12-01T00:00:00Z";
        private String supersededAt;
        private int incidents = 1;
        private String killed = "0, 0, 0, 0, 0, 0";

        public Row on(String day) {
            return between(day, day, 1);
        }

        public Row between(String from, String to, int precision) {
            this.from = from;
            this.to = to;
            this.precision = precision;
            return this;
        }

        public Row timing(String timing) {
            this.timing = timing;
            return this;
        }

        public Row type(String type) {
            this.type = type;
            return this;
        }

        public Row at(String adm1, String adm2) {
            this.adm1 = adm1;
            this.adm2 = adm2;
            return this;
        }

        public Row grade(String grade) {
            this.grade = grade;
            return this;
        }

        public Row sensitivity(String sensitivity) {
            this.sensitivity = sensitivity;
            return this;
        }

        /** Known from the first instant until before the second; null for still. */
        public Row known(String recordedAt, String supersededAt) {
            this.recordedAt = recordedAt;
            this.supersededAt = supersededAt;
            return this;
        }

        public Row incidents(int incidents) {
            this.incidents = incidents;
            return this;
        }

        /** Its sums of people killed, as the columns have them: lower, best, upper, stated, without best, open. */
        public Row killed(int lower, int best, int upper, int stated, int withoutBest, int open) {
            this.killed = String.join(
                    ", ",
                    String.valueOf(lower),
                    String.valueOf(best),
                    String.valueOf(upper),
                    String.valueOf(stated),
                    String.valueOf(withoutBest),
                    String.valueOf(open));
            return this;
        }

        public void write() throws SQLException {
            String none = "0, 0, 0, 0, 0, 0";
            String values = String.join(
                    ", ",
                    text(ceasefire),
                    text(from),
                    text(to),
                    String.valueOf(precision),
                    text(timing),
                    text(type),
                    text(adm1),
                    text(adm2),
                    text(grade),
                    text(sensitivity),
                    text(recordedAt),
                    supersededAt == null ? "null" : text(supersededAt),
                    String.valueOf(incidents),
                    killed,
                    none,
                    none);
            execute("insert into incident_rollup (" + KEY + ", recorded_at, superseded_at, incidents, " + FIGURES
                    + ") values (" + values + ")");
            CoarseRollup.remake(dataSource, ceasefire);
        }
    }

    public Row row() {
        return new Row();
    }

    /** Runs a statement as the owner of the database. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String figures(String figure) {
        return "%1$s_lower, %1$s_best, %1$s_upper, %1$s_stated, %1$s_without_best, %1$s_open".formatted(figure);
    }

    private static String text(String value) {
        return "'" + value + "'";
    }
}
