package org.humdash.local.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom PostgreSQL runs as. It refuses to run as root, so root starts it in a user namespace (where root is nobody, and
 * the files stay root's) or, where the machine forbids those, as the user nobody.
 */
enum PostgresUser {
    MYSELF(List.of()),
    ROOT_IN_USER_NAMESPACE(List.of("unshare", "-U")),
    NOBODY(List.of(
            "setpriv", "--reuid=" + PostgresUser.NOBODY_ID, "--regid=" + PostgresUser.NOBODY_ID, "--clear-groups"));

    private static final int NOBODY_ID = 65534;

    private final List<String> prefix;

    PostgresUser(List<String> prefix) {
        this.prefix = prefix;
    }

    static PostgresUser choose() {
        if (new UnixSystem().getUid() != 0) {
            return MYSELF;
        }
        if (ROOT_IN_USER_NAMESPACE.works()) {
            return ROOT_IN_USER_NAMESPACE;
        }
        if (NOBODY.works()) {
            return NOBODY;
        }
        throw new LocalPostgresException(
                "PostgreSQL refuses to run as root, and neither `unshare -U` nor `setpriv` works"
                        + " here: run this as an ordinary user");
    }

    /** What to put before a command so that it runs as this user; the process keeps its id. */
    List<String> prefix() {
        return prefix;
    }

    /** Where the programs are unpacked: a place this user can read. */
    Path cache() {
        if (this == NOBODY) {
            return Path.of("/var/cache/humdash");
        }
        String named = System.getenv("XDG_CACHE_HOME");
        Path cache = named != null && named.startsWith("/")
                ? Path.of(named)
                : Path.of(System.getProperty("user.home"), ".cache");
        Path ours = cache.resolve("humdash");
        try {
            return Files.createDirectories(ours);
        } catch (IOException e) {
            throw new LocalPostgresException(
                    ours + " cannot be made: set XDG_CACHE_HOME to a folder that may be written", e);
        }
    }

    /** Gives a folder made by this program to this user. */
    void own(Path folder) throws IOException {
        if (this != NOBODY || isNobodys(folder)) {
            return;
        }
        for (Path above = folder.toAbsolutePath().getParent(); above != null; above = above.getParent()) {
            boolean open = Files.getPosixFilePermissions(above).contains(PosixFilePermission.OTHERS_EXECUTE);
            if (!open && !isNobodys(above)) {
                throw new LocalPostgresException("PostgreSQL runs as the user nobody here, who may not enter " + above
                        + ": choose a data folder elsewhere, or run this as an ordinary user");
            }
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                give(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                give(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isNobodys(Path path) throws IOException {
        return Integer.valueOf(NOBODY_ID).equals(Files.getAttribute(path, "unix:uid"));
    }

    private static void give(Path path) throws IOException {
        Files.setAttribute(path, "unix:uid", NOBODY_ID, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", NOBODY_ID, LinkOption.NOFOLLOW_LINKS);
    }

    private boolean works() {
        try {
            List<String> command = new ArrayList<>(prefix);
            command.addAll(List.of("sh", "-c", "test \"$(id -u)\" != 0"));
            Process trial = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return trial.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
