package org.humdash.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrometheusTest {

    @TempDir
    Path folder;

    @Test
    void theProgramIsTheFirstOnThePathThatCanBeRun() throws IOException {
        Path first = Files.createDirectories(folder.resolve("first"));
        Files.writeString(first.resolve("prometheus"), "not executable");
        Path second = Files.createDirectories(folder.resolve("second"));
        Path program = Files.createFile(
                second.resolve("prometheus"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));

        assertEquals(Optional.of(program), Prometheus.find(first + "::" + second));
        assertEquals(Optional.empty(), Prometheus.find(first.toString()));
        assertEquals(Optional.empty(), Prometheus.find(null));
    }

    @Test
    void targetsAreWhereTheServicesAnswerAndRulesAreThoseOfToday() throws IOException {
        Path shipped = Files.createDirectories(folder.resolve("shipped/rules")).getParent();
        Files.writeString(shipped.resolve("prometheus.yml"), "global: {}\n");
        Files.writeString(shipped.resolve("rules/situation.yml"), "groups: []\n");
        Path target = folder.resolve("prometheus");
        Files.writeString(Files.createDirectories(target.resolve("rules")).resolve("gone.yml"), "groups: []\n");
        Ports ports = Ports.choose(Map.of(Listener.INCIDENT_MANAGEMENT, 61001), true, EnumSet.allOf(Listener.class));
        Service service = new Service("incident-service", Listener.INCIDENT, Listener.INCIDENT_MANAGEMENT, Map.of());

        Prometheus.configure(shipped, target, List.of(service), ports);

        assertEquals("global: {}\n", Files.readString(target.resolve("prometheus.yml")));
        assertEquals("groups: []\n", Files.readString(target.resolve("rules/situation.yml")));
        assertFalse(Files.exists(target.resolve("rules/gone.yml")));
        assertEquals(
                "[{\"targets\": [\"127.0.0.1:61001\"]}]\n",
                Files.readString(target.resolve("targets/incident-service.json")));
    }
}
