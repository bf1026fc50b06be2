package org.humdash.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The Java of an image: what the services need of the JDK that builds it. The image, the training of its start-up archive
 * and the build use the same JVM in this way.
 *
 * @param jdk the folder of a JDK
 */
record JavaRuntime(Path jdk) {

    /** All of Java SE, and of the JDK's own modules those that a server of ours uses or that its operator looks into it with. */
    private static final String MODULES = String.join(
            ",",
            "java.se",
            "jdk.charsets",
            "jdk.crypto.cryptoki",
            "jdk.jcmd",
            "jdk.jfr",
            "jdk.localedata",
            "jdk.management",
            "jdk.management.agent",
            "jdk.naming.dns",
            "jdk.net",
            "jdk.unsupported",
            "jdk.zipfs");

    /** The JDK that runs this program. */
    static JavaRuntime ofThisProgram() {
        return new JavaRuntime(Path.of(System.getProperty("java.home")));
    }

    /** Makes the folder, which must not be there yet. */
    void linkInto(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder.getParent());
        Path log = Files.createTempFile("humdash-jlink", ".log");
        try {
            Process jlink = new ProcessBuilder(List.of(
                            jdk.resolve("bin/jlink").toString(),
                            "--add-modules",
                            MODULES,
                            "--strip-native-debug-symbols=exclude-debuginfo-files",
                            "--no-header-files",
                            "--no-man-pages",
                            "--generate-cds-archive",
                            "--output",
                            folder.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (jlink.waitFor() != 0) {
                throw new ImagesException("jlink of " + jdk + " failed: " + Files.readString(log));
            }
        } finally {
            Files.delete(log);
        }
    }
}
