package org.humdash.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * A base made on a Debian machine of nothing but its package {@code libc6}, for where no registry is in reach. It is as good
 * as the package: whoever builds this way takes in its corrections by building again.
 */
final class DebianBase {

    private static final String USERS = """
            root:x:0:0:root:/root:/sbin/nologin
            humdash:x:10001:10001:humdash:/tmp:/sbin/nologin
            """;
    private static final String GROUPS = """
            root:x:0:
            humdash:x:10001:
            """;

    private DebianBase() {}

    /** Fetches the package by the machine's own apt and writes the base to a file. */
    static void write(Path work, Path tar, ImagePlatform platform)
            throws IOException, InterruptedException, InvalidImageReferenceException, CacheDirectoryCreationException,
                    ExecutionException, RegistryException {
        ImageFolder.delete(work);
        Path packages = Files.createDirectories(work.resolve("packages"));
        Path root = Files.createDirectories(work.resolve("root"));
        run(packages, "apt-get", "--quiet", "download", "libc6");
        try (Stream<Path> files = Files.list(packages)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".deb")).toList()) {
                run(packages, "dpkg-deb", "--extract", file.toString(), root.toString());
            }
        }
        // What only programs other than ours would ask for.
        ImageFolder.delete(root.resolve("usr/share/lintian"));
        for (String machine : Layers.children(root.resolve("usr/lib"))) {
            ImageFolder.delete(root.resolve("usr/lib").resolve(machine).resolve("gconv"));
        }
        Files.createDirectories(root.resolve("etc"));
        Files.writeString(root.resolve("etc/passwd"), USERS);
        Files.writeString(root.resolve("etc/group"), GROUPS);
        Files.writeString(root.resolve("etc/nsswitch.conf"), "hosts: files dns\n");
        Path temporary = Files.createDirectories(root.resolve("tmp"));

        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName("libc6");
        // Engines put a folder of their own in its place; Jib knows no sticky bit.
        layer.addEntry(temporary, AbsoluteUnixPath.get("/tmp"), FilePermissions.fromOctalString("777"));
        for (String part : Layers.children(root)) {
            if (!part.equals("tmp")) {
                Layers.add(layer, root, root.resolve(part));
            }
        }
        Jib.fromScratch()
                .setPlatforms(platform.asSet())
                .addFileEntriesLayer(layer.build())
                .setCreationTime(ImageFolder.FILE_TIME)
                .containerize(Containerizer.to(TarImage.at(tar).named("humdash/base:debian"))
                        .setApplicationLayersCache(work.resolve("cache"))
                        .setBaseImageLayersCache(work.resolve("cache"))
                        .setOfflineMode(true));
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        Path log = Files.createTempFile("humdash-base", ".log");
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new ImagesException(String.join(" ", command) + " failed: " + Files.readString(log));
            }
        } catch (IOException e) {
            throw new ImagesException("a base of Debian's packages is made on a Debian machine: " + e.getMessage(), e);
        } finally {
            Files.delete(log);
        }
    }
}
