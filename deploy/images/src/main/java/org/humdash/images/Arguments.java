package org.humdash.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param home the project's folder
 * @param base see {@link BaseImage}; {@code debian} for one made of Debian's package
 * @param out where the images go
 * @param tag of their names
 * @param source where the source is, for a label; none if empty
 * @param archive whether a start-up archive is trained and shipped
 * @param runs of a measurement, how many starts of each kind
 * @param only the name of the one service that is meant; all if empty
 */
record Arguments(Path home, String base, Path out, String tag, String source, boolean archive, int runs, String only) {

    static final String USAGE = """
            usage: build [OPTIONS]      write the image of each service to a file
                   measure [OPTIONS]    measure how the services start with and without the start-up archive; build first
              --home DIR      the project's folder; usually the one this is called in
              --base BASE     NAME of an image in a registry, FILE.tar, or debian (%s)
              --out DIR       where the images go; usually deploy/images/target/images
              --tag TAG       of their names, humdash/<service>:TAG (local)
              --source URL    where the source is, for a label
              --no-archive    no start-up archive: two images of one packaged program are then the same, byte for byte
              --only SERVICE  one of the three and not all
              --runs N        of measure: starts of each kind (7)
            """.formatted(BaseImage.DEFAULT);

    /**
     * Reads what follows the command.
     *
     * @throws ImagesException if it is not understood
     */
    static Arguments parse(List<String> words) {
        Deque<String> left = new ArrayDeque<>(words);
        Path home = Path.of("");
        String base = BaseImage.DEFAULT;
        Path out = null;
        String tag = "local";
        String source = "";
        boolean archive = true;
        int runs = 7;
        String only = "";
        while (!left.isEmpty()) {
            String word = left.removeFirst();
            switch (word) {
                case "--home" -> home = Path.of(value(word, left));
                case "--base" -> base = value(word, left);
                case "--out" -> out = Path.of(value(word, left));
                case "--tag" -> tag = value(word, left);
                case "--source" -> source = value(word, left);
                case "--no-archive" -> archive = false;
                case "--only" -> only = value(word, left);
                case "--runs" -> runs = number(word, value(word, left));
                default -> throw new ImagesException(word + " is not understood\n" + USAGE);
            }
        }
        Path absolute = home.toAbsolutePath().normalize();
        return new Arguments(
                absolute,
                base,
                out == null ? absolute.resolve("deploy/images/target/images") : out.toAbsolutePath(),
                tag,
                source,
                archive,
                runs,
                only);
    }

    /**
     * The services that are meant.
     *
     * @throws ImagesException if there is none of that name
     */
    List<Service> services() throws IOException {
        List<Service> services = Service.all(home).stream()
                .filter(service -> only.isEmpty() || service.name().equals(only))
                .toList();
        if (services.isEmpty()) {
            throw new ImagesException("there is no service " + only);
        }
        return services;
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty()) {
            throw new ImagesException(option + " wants a value\n" + USAGE);
        }
        return left.removeFirst();
    }

    private static int number(String option, String value) {
        if (!value.matches("[1-9][0-9]{0,3}")) {
            throw new ImagesException(option + " wants a number, not " + value + "\n" + USAGE);
        }
        return Integer.parseInt(value);
    }
}
