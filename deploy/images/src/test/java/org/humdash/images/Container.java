package org.humdash.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * What an engine does with an image, as near as the kernel alone comes to it: the unpacked image is the root and read-only,
 * only {@code /tmp} is writable, the process is the first of its own processes, has the user of the image and no capability.
 * It shares the network of this machine. It wants root and util-linux.
 */
final class Container implements AutoCloseable {

    private static final String START = """
            set -eu
            root=$1
            shift
            mount --make-rprivate /
            mount --bind "$root" "$root"
            mount --rbind /dev "$root/dev"
            mount -t proc proc "$root/proc"
            mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
            mount -o remount,bind,ro "$root"
            cd "$root/app"
            exec setpriv --no-new-privs chroot --userspec=10001:10001 "$root" "$@"
            """;

    private final Process outer;
    private final Path log;

    private Container(Process outer, Path log) {
        this.outer = outer;
        this.log = log;
    }

    static void assumePossible() {
        if (!System.getProperty("user.name").equals("root") || !Files.isExecutable(Path.of("/usr/bin/unshare"))) {
            throw new TestAbortedException("NOT TESTED: this wants to be root and unshare of util-linux");
        }
    }

    static Container run(Path root, List<String> command, Map<String, String> environment, Path log)
            throws IOException {
        Files.createDirectories(root.resolve("proc"));
        Files.createDirectories(root.resolve("dev"));
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        "unshare",
                                        "--mount",
                                        "--pid",
                                        "--fork",
                                        "--kill-child",
                                        "sh",
                                        "-c",
                                        START,
                                        "sh",
                                        root.toString()),
                                command.stream())
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        builder.environment().putAll(environment);
        return new Container(builder.start(), log);
    }

    /** The first process of the container, seen from outside. */
    ProcessHandle first() {
        return outer.children().findFirst().orElseThrow(() -> new AssertionError(log()));
    }

    boolean isAlive() {
        return outer.isAlive();
    }

    int awaitEnd(int seconds) throws InterruptedException {
        if (!outer.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new AssertionError("it still runs after " + seconds + " s\n" + log());
        }
        return outer.exitValue();
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        outer.children().forEach(ProcessHandle::destroyForcibly);
        outer.destroyForcibly();
    }
}
