package org.humdash.images;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files of a folder as a layer of an image: in the order of their names, owned by root, writable by root alone. */
final class Layers {

    private static final FilePermissions PROGRAM = FilePermissions.fromOctalString("755");
    private static final FilePermissions FILE = FilePermissions.fromOctalString("644");

    private Layers() {}

    /** A layer of some of the paths below the root of an image, with all that is in them. */
    static FileEntriesLayer of(String name, ImageFolder folder, String... paths) throws IOException {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
        for (String path : paths) {
            add(layer, folder.root(), folder.path(path));
        }
        return layer.build();
    }

    static void add(FileEntriesLayer.Builder layer, Path root, Path from) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.sorted().toList()) {
                // A link, of which there are some in a JDK, becomes a file: Jib knows no links. One that leads nowhere
                // is left out.
                if (!Files.exists(file) || (Files.isSymbolicLink(file) && Files.isDirectory(file))) {
                    continue;
                }
                boolean runs = Files.isDirectory(file) || Files.isExecutable(file);
                layer.addEntry(
                        file,
                        AbsoluteUnixPath.get("/" + root.relativize(file)),
                        runs ? PROGRAM : FILE,
                        ImageFolder.FILE_TIME);
            }
        }
    }

    static List<String> children(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
