package org.humdash.images;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What we add to a base, as it will stand in the image, in a folder of this machine. The start-up archive is trained here:
 * it remembers size and time of every jar, so every file already has the time that it has in the image.
 *
 * @param root the folder that becomes {@code /} of the image
 */
record ImageFolder(Path root) {

    /** The time of every file in an image: one second after the epoch, which is what Jib gives. */
    static final Instant FILE_TIME = Instant.ofEpochSecond(1);

    static final String JAVA = "/opt/java";
    static final String APP = "/app";
    static final String ARCHIVE = APP + "/start.aot";
    static final String SBOM = APP + "/sbom.json";
    static final String HEALTH = APP + "/health";

    private static final List<String> PARTS = List.of("lib", "quarkus", "app", "quarkus-run.jar");
    private static final String DEPENDENCIES = "../dependencies-cyclonedx.json";

    /**
     * Lays out a service beside its Java.
     *
     * @throws ImagesException if it was not packaged for images
     */
    static ImageFolder laidOut(Path root, Service service, Path home, JavaRuntime runtime, Instant built)
            throws IOException, InterruptedException {
        Path packaged = service.packaged(home);
        if (!Files.exists(packaged.resolve(DEPENDENCIES)) || !Files.exists(packaged.resolve("quarkus-run.jar"))) {
            throw new ImagesException(
                    packaged + " was not packaged for images: run ./mvnw -DskipTests -Dimages package");
        }
        delete(root);
        ImageFolder folder = new ImageFolder(root);
        Path app = folder.path(APP);
        Files.createDirectories(app);
        for (String part : PARTS) {
            copy(packaged.resolve(part), app.resolve(part));
        }
        Sbom.write(packaged.resolve(DEPENDENCIES), app.resolve("lib"), built, folder.path(SBOM));
        Path ready = folder.path(HEALTH).resolve(Ready.class.getName().replace('.', '/') + ".class");
        Files.createDirectories(ready.getParent());
        try (InputStream compiled = Ready.class.getResourceAsStream("Ready.class")) {
            Files.copy(compiled, ready);
        }
        runtime.linkInto(folder.path(JAVA));
        setTimes(root);
        return folder;
    }

    /** Where a path of the image is on this machine. */
    Path path(String inImage) {
        return root.resolve(inImage.substring(1));
    }

    static void setTimes(Path below) throws IOException {
        try (Stream<Path> files = Files.walk(below)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!Files.isSymbolicLink(file)) {
                    Files.setLastModifiedTime(file, FileTime.from(FILE_TIME));
                }
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
