package org.humdash.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** Which files of the starting data this data folder has taken in, each with the fingerprint it had then. */
final class StartingDataMarker {

    private static final String DECLINED = "declined";

    private final Path file;
    private final Map<String, String> fingerprints = new TreeMap<>();

    private StartingDataMarker(Path file) {
        this.file = file;
    }

    static StartingDataMarker in(Path file) {
        StartingDataMarker marker = new StartingDataMarker(file);
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            // Nothing was loaded yet.
        } catch (IOException e) {
            throw new LocalException(file + " cannot be read: " + e, e);
        }
        properties.stringPropertyNames().forEach(name -> marker.fingerprints.put(name, properties.getProperty(name)));
        return marker;
    }

    /** The fingerprint a file had when it was loaded, empty if it was not. */
    Optional<String> loaded(String name) {
        return Optional.ofNullable(fingerprints.get(name));
    }

    void setLoaded(String name, String fingerprint) {
        fingerprints.remove(DECLINED);
        fingerprints.put(name, fingerprint);
        write();
    }

    /** Whether this folder was started without the starting data for good. */
    boolean isDeclined() {
        return fingerprints.containsKey(DECLINED);
    }

    void decline() {
        fingerprints.put(DECLINED, "true");
        write();
    }

    private void write() {
        StringBuilder lines =
                new StringBuilder("# Written by ./humdash up: the starting data this folder has taken in.\n");
        fingerprints.forEach((name, fingerprint) ->
                lines.append(name).append('=').append(fingerprint).append('\n'));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(fresh, lines);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LocalException(file + " cannot be written: " + e, e);
        }
    }
}
