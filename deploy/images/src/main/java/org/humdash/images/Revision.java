package org.humdash.images;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which state of the source is built.
 *
 * @param id of the commit; with {@code -changed} after it if the folder differs from it
 * @param instant of the commit, which is the same whenever it is built
 */
record Revision(String id, Instant instant) {

    /**
     * Of the project's folder.
     *
     * @throws ImagesException if that is under no version control, so that nobody could tell later what an image is of
     */
    static Revision of(Path home) throws IOException, InterruptedException {
        String changed =
                git(home, "status", "--porcelain", "--untracked-files=no").isEmpty() ? "" : "-changed";
        return new Revision(
                git(home, "rev-parse", "HEAD") + changed,
                Instant.ofEpochSecond(Long.parseLong(git(home, "log", "-1", "--format=%ct"))));
    }

    private static String git(Path home, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(Stream.of("git"), Arrays.stream(arguments)).toList();
        Process process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(process.getInputStream().readAllBytes()).strip();
        if (process.waitFor() != 0) {
            throw new ImagesException("git says nothing about " + home);
        }
        return answer;
    }
}
