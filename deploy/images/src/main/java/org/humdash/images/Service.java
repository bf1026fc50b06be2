package org.humdash.images;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * One of the three programs, as far as its image is concerned.
 *
 * @param name the name of its module and of its image
 * @param description what the image says of itself
 * @param database the database it has for itself; its owner is called like it, with {@code _owner}
 * @param port where it listens for requests
 * @param managementPort where health and metrics are
 */
record Service(String name, String description, String database, int port, int managementPort) {

    /** The three, with the ports that their own configuration says. */
    static List<Service> all(Path home) throws IOException {
        return List.of(
                of(home, "incident-service", "Ceasefires, sources, incidents and claims: who said what", "incident"),
                of(home, "humanitarian-service", "Indicators, observations and hazards: who said what", "humanitarian"),
                of(home, "gateway", "The only door for people and partners", "gateway"));
    }

    private static Service of(Path home, String name, String description, String database) throws IOException {
        Properties properties = new Properties();
        try (Reader reader =
                Files.newBufferedReader(home.resolve(name).resolve("src/main/resources/application.properties"))) {
            properties.load(reader);
        }
        return new Service(
                name,
                description,
                database,
                Integer.parseInt(properties.getProperty("quarkus.http.port")),
                Integer.parseInt(properties.getProperty("quarkus.management.port")));
    }

    /** Where the build leaves the program. */
    Path packaged(Path home) {
        return home.resolve(name).resolve("target/quarkus-app");
    }
}
