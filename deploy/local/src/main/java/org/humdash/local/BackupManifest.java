package org.humdash.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.humdash.local.postgres.CheckedCopy;

/**
 * What a backup consists of, in its file {@code manifest.json}; written last, so a backup without it is not finished.
 *
 * @param format of this file and of the backup; {@link #FORMAT} is the only one there is
 * @param begunAt what was committed before is in the backup
 * @param postgres the release whose data folder it holds
 * @param folders all of them, also empty ones, each after the one it is in
 * @param files all but the manifest and its checksum, by their path with {@code /}
 */
record BackupManifest(
        int format,
        Instant begunAt,
        Instant endedAt,
        String postgres,
        List<String> folders,
        SortedMap<String, CheckedCopy> files) {

    static final int FORMAT = 1;
    static final String NAME = "manifest.json";

    /** The manifest's own checksum, so that damage to it is told from damage to what it lists. */
    static final String CHECKSUM = "manifest.json.sha256";

    private static final int SHOWN = 10;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    BackupManifest {
        folders = List.copyOf(folders);
        files = new TreeMap<>(files);
    }

    long bytes() {
        return files.values().stream().mapToLong(CheckedCopy::bytes).sum();
    }

    void write(Path backup) throws IOException {
        Path manifest = backup.resolve(NAME);
        write(manifest, JSON.writeValueAsString(this) + "\n");
        write(backup.resolve(CHECKSUM), CheckedCopy.read(manifest).sha256() + "  " + NAME + "\n");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text, StandardOpenOption.DSYNC);
    }

    /** @throws LocalException if this is no finished backup, or its manifest is damaged */
    static BackupManifest read(Path backup) {
        try {
            Path manifest = backup.resolve(NAME);
            String[] checksum = Files.readString(backup.resolve(CHECKSUM)).split(" ");
            if (!CheckedCopy.read(manifest).sha256().equals(checksum[0])) {
                throw refused(backup, "its " + NAME + " is not what was written");
            }
            BackupManifest read = JSON.readValue(Files.readString(manifest), BackupManifest.class);
            if (read.format() != FORMAT) {
                throw refused(backup, "it has format " + read.format() + ", this program reads " + FORMAT);
            }
            Stream.concat(read.folders().stream(), read.files().keySet().stream())
                    .filter(name -> !staysInside(backup, name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw refused(backup, "its manifest names a path that leads out of it: " + name);
                    });
            return read;
        } catch (NoSuchFileException e) {
            throw refused(backup, e.getFile() + " is missing: it was not finished, or is none");
        } catch (JsonProcessingException e) {
            throw refused(backup, "its " + NAME + " cannot be understood: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new LocalException(backup + " cannot be read: " + e, e);
        }
    }

    private static boolean staysInside(Path backup, String name) {
        return !name.isEmpty()
                && !Path.of(name).isAbsolute()
                && backup.resolve(name).normalize().equals(backup.resolve(name));
    }

    /**
     * Holds every file against what is written here.
     *
     * @throws LocalException if something is missing, different, or too much, naming the first ten
     */
    void verify(Path backup) {
        List<String> wrong = new ArrayList<>();
        try {
            for (Map.Entry<String, CheckedCopy> file : files.entrySet()) {
                difference(backup.resolve(file.getKey()), file.getValue())
                        .ifPresent(what -> wrong.add(file.getKey() + " " + what));
            }
            for (String name : folders) {
                if (!Files.isDirectory(backup.resolve(name))) {
                    wrong.add("the folder " + name + " is missing");
                }
            }
            for (String name : new TreeSet<>(found(backup))) {
                if (!files.containsKey(name) && !List.of(NAME, CHECKSUM).contains(name)) {
                    wrong.add(name + " is not of this backup");
                }
            }
        } catch (IOException e) {
            throw new LocalException(backup + " cannot be read: " + e, e);
        }
        if (!wrong.isEmpty()) {
            String rest = wrong.size() > SHOWN ? "\n  and " + (wrong.size() - SHOWN) + " more" : "";
            throw refused(
                    backup,
                    "it is damaged:\n  " + String.join("\n  ", wrong.subList(0, Math.min(SHOWN, wrong.size()))) + rest);
        }
    }

    private static Optional<String> difference(Path file, CheckedCopy expected) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.of("is missing");
        }
        CheckedCopy found = CheckedCopy.read(file);
        if (found.bytes() != expected.bytes()) {
            return Optional.of("has " + found.bytes() + " bytes and should have " + expected.bytes());
        }
        return found.equals(expected) ? Optional.empty() : Optional.of("holds something else");
    }

    private static List<String> found(Path backup) throws IOException {
        try (Stream<Path> paths = Files.walk(backup)) {
            return paths.filter(path -> !Files.isDirectory(path))
                    .map(path -> backup.relativize(path).toString().replace('\\', '/'))
                    .toList();
        }
    }

    private static LocalException refused(Path backup, String why) {
        return new LocalException(ExitCode.FAILED, backup + " cannot be used: " + why);
    }
}
