package org.humdash.local.doctor;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;
import org.postgresql.Driver;

/**
 * One of the three databases, as the service that owns it reaches it.
 *
 * @param name incident, humanitarian or gateway
 * @param url for JDBC
 */
public record Database(String name, String url, String user, String password) {

    private static final String SECONDS_TO_CONNECT = "5";
    private static final String SECONDS_TO_ANSWER = "15";

    /** The class of PostgreSQL's codes for a password or a role that it does not accept. */
    private static final String NOT_AUTHORIZED = "28";

    /**
     * @param url with user and password as parameters
     * @throws IllegalArgumentException if it is no address of PostgreSQL or one of the two is missing; its message holds no secret
     */
    public static Database of(String name, String url) {
        Properties parsed = Driver.parseURL(url, new Properties());
        if (parsed == null || parsed.getProperty("user") == null || parsed.getProperty("password") == null) {
            throw new IllegalArgumentException(
                    "needs jdbc:postgresql://HOST:PORT/DATABASE?user=USER&password=PASSWORD");
        }
        return new Database(name, url, parsed.getProperty("user"), parsed.getProperty("password"));
    }

    /** A connection that cannot write. */
    Connection connect() throws SQLException {
        Connection connection = connect(password);
        connection.setReadOnly(true);
        return connection;
    }

    /**
     * Whether it lets the role in with another password than its own.
     *
     * @throws SQLException if it cannot be asked
     */
    boolean letsIn(String otherPassword) throws SQLException {
        try {
            connect(otherPassword).close();
            return true;
        } catch (SQLException e) {
            if (String.valueOf(e.getSQLState()).startsWith(NOT_AUTHORIZED)) {
                return false;
            }
            throw e;
        }
    }

    private Connection connect(String withPassword) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", withPassword);
        properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
        properties.setProperty("socketTimeout", SECONDS_TO_ANSWER);
        // Without its parameters, which would be stronger than these.
        int parameters = url.indexOf('?');
        String kept = parameters < 0 ? "" : withoutCredentials(url.substring(parameters + 1));
        String address = parameters < 0 ? url : url.substring(0, parameters);
        return new Driver().connect(address + (kept.isEmpty() ? "" : "?" + kept), properties);
    }

    private static String withoutCredentials(String parameters) {
        return Arrays.stream(parameters.split("&"))
                .filter(parameter -> !parameter.startsWith("user=") && !parameter.startsWith("password="))
                .collect(Collectors.joining("&"));
    }

    /** Shows no password: a record's own text would. */
    @Override
    public String toString() {
        return "Database[" + name + "]";
    }
}
