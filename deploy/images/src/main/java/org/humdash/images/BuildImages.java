package org.humdash.images;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.humdash.local.postgres.LocalPostgres;

/** Writes the images of the three services, or measures how they start; {@code deploy/images/README.md} tells how. */
public final class BuildImages {

    private final Arguments arguments;
    private final PrintStream out;
    private final Path work;

    BuildImages(Arguments arguments, PrintStream out) {
        this.arguments = arguments;
        this.out = out;
        this.work = arguments.out().resolve("work");
    }

    /** Ends with 0 when it is done, 1 when something stood in the way, 2 when the command is not understood. */
    public static void main(String[] words) throws Exception {
        if (words.length == 0 || !List.of("build", "measure").contains(words[0])) {
            System.err.println(Arguments.USAGE);
            System.exit(2);
        }
        try {
            Arguments arguments = Arguments.parse(List.of(words).subList(1, words.length));
            if (words[0].equals("build")) {
                new BuildImages(arguments, System.out).build();
            } else {
                new StartMeasurement(arguments, System.out).measure();
            }
        } catch (ImagesException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void build() throws Exception {
        ImagePlatform platform = ImagePlatform.ofThisMachine();
        Revision revision = Revision.of(arguments.home());
        BaseImage base = base(platform);
        for (Service service : arguments.services()) {
            ImageFolder folder = ImageFolder.laidOut(
                    folder(arguments, service),
                    service,
                    arguments.home(),
                    JavaRuntime.ofThisProgram(),
                    revision.instant());
            if (arguments.archive()) {
                try (LocalPostgres postgres = LocalPostgres.temporary()) {
                    StartUpArchive.train(folder, service, postgres, work.resolve(service.name() + "-training.log"));
                }
            }
            Path tar = arguments.out().resolve(service.name() + ".tar");
            String digest = new ServiceImage(
                            service,
                            folder,
                            base,
                            platform,
                            arguments.tag(),
                            version(folder),
                            revision.id(),
                            arguments.source(),
                            revision.instant())
                    .write(tar, work.resolve("cache"));
            Files.copy(
                    folder.path(ImageFolder.SBOM),
                    arguments.out().resolve(service.name() + ".cdx.json"),
                    StandardCopyOption.REPLACE_EXISTING);
            out.println(tar + " " + digest);
        }
    }

    static Path folder(Arguments arguments, Service service) {
        return arguments.out().resolve("work").resolve(service.name());
    }

    private BaseImage base(ImagePlatform platform) throws Exception {
        Files.createDirectories(work);
        if (!arguments.base().equals("debian")) {
            return new BaseImage(arguments.base());
        }
        Path tar = work.resolve("debian-base.tar");
        DebianBase.write(work.resolve("debian-base"), tar, platform);
        return new BaseImage(tar.toString());
    }

    /** What the build wrote into the program. */
    private static String version(ImageFolder folder) throws IOException {
        try (JarFile jar = new JarFile(
                folder.path(ImageFolder.APP).resolve("quarkus-run.jar").toFile())) {
            return jar.getManifest().getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
        }
    }
}
