package org.humdash.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Fills the databases behind the gateway, past the services. */
final class GatewaySamples {

    private final Path folder;
    private final ServiceDatabase incidents;
    private final ServiceDatabase observations;

    GatewaySamples(Path folder, ServiceDatabase incidents, ServiceDatabase observations) {
        this.folder = folder;
        this.incidents = incidents;
        this.observations = observations;
    }

    /** As many incidents as are exported, and few observations. */
    void load(Arguments arguments) throws IOException, SQLException {
        Measuring.say(Measuring.number(arguments.transferred()) + " incidents and " + Measuring.number(arguments.few())
                + " observations are loaded by COPY");
        try (Connection connection = incidents.connect()) {
            IncidentReference.add(connection);
        }
        new IncidentLoad(folder, incidents).runWithRollups(arguments.transferred());
        try (Connection connection = observations.connect()) {
            ObservationReference.addSources(connection);
        }
        new ObservationLoad(folder, observations).runWithSeries(arguments.few());
    }
}
