package org.humdash.local.doctor;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Connects to each database and lets everything that is asked of one look at it. */
final class DatabaseCheck implements Check {

    private static final String NAME = "database";

    /** What is asked of one database. */
    interface Question {

        List<Finding> of(Database database, Connection connection) throws SQLException;
    }

    private final List<Database> databases;
    private final List<Question> questions;

    DatabaseCheck(List<Database> databases, List<Question> questions) {
        this.databases = databases;
        this.questions = questions;
    }

    @Override
    public List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        for (Database database : databases) {
            try (Connection connection = database.connect()) {
                findings.add(Finding.ok(NAME, database.name(), "lets " + database.user() + " in"));
                for (Question question : questions) {
                    findings.addAll(question.of(database, connection));
                }
            } catch (SQLException e) {
                findings.add(
                        Finding.problem(
                                NAME,
                                database.name(),
                                "cannot be looked at: " + e.getMessage(),
                                "see that PostgreSQL runs, that it may be reached from here, and that user and password are right"));
            }
        }
        return findings;
    }
}
