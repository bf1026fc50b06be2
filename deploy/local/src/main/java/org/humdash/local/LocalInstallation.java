package org.humdash.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.humdash.local.doctor.BuiltMigrations;
import org.humdash.local.doctor.Database;
import org.humdash.local.doctor.Installation;

/** Finds what {@code ./humdash up} started on a data folder, as far as the folder says. */
final class LocalInstallation {

    static final List<String> DATABASES = List.of("incident", "humanitarian", "gateway");

    private LocalInstallation() {}

    /**
     * @param home the project's folder, with the programs
     * @param backups where backups are kept, if that is known
     */
    static Installation on(DataFolder folder, Path home, Optional<Path> backups) {
        Map<String, String> addresses =
                RunFile.read(folder.runFile()).map(RunFile::addresses).orElse(Map.of());
        Map<String, String> secrets = Secrets.inFile(folder.secrets());
        try {
            return new Installation(
                    Optional.ofNullable(addresses.get("gateway")).map(URI::create),
                    managements(addresses),
                    Optional.ofNullable(addresses.get("prometheus")).map(URI::create),
                    databases(addresses.get("postgres"), secrets),
                    BuiltMigrations.in(home),
                    Optional.of(folder.path()),
                    backups,
                    Optional.ofNullable(secrets.get("webhook.key")));
        } catch (IOException e) {
            throw new LocalException("the programs in " + home + " cannot be read: " + e, e);
        }
    }

    private static Map<String, URI> managements(Map<String, String> addresses) {
        Map<String, URI> ports = new LinkedHashMap<>();
        putIfKnown(ports, "gateway", addresses.get("gatewayManagement"));
        putIfKnown(ports, "incident-service", addresses.get("incidentServiceManagement"));
        putIfKnown(ports, "humanitarian-service", addresses.get("humanitarianServiceManagement"));
        return ports;
    }

    private static void putIfKnown(Map<String, URI> ports, String program, String address) {
        if (address != null) {
            ports.put(program, URI.create(address));
        }
    }

    /** @param postgres host and port, null if nothing runs */
    private static List<Database> databases(String postgres, Map<String, String> secrets) {
        List<Database> known = new ArrayList<>();
        for (String name : DATABASES) {
            String password = secrets.get(name + "_owner.password");
            if (password != null && postgres != null) {
                known.add(new Database(name, "jdbc:postgresql://" + postgres + "/" + name, name + "_owner", password));
            }
        }
        return known;
    }
}
