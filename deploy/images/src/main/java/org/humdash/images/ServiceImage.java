package org.humdash.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

/**
 * The image of a service, as a file that engines load.
 *
 * @param tag of its name, {@code humdash/<service>:<tag>}
 * @param version of the program
 * @param revision of its source
 * @param source where that source is; none if empty
 * @param created the instant that the image and its bill of materials say they were made
 */
record ServiceImage(
        Service service,
        ImageFolder folder,
        BaseImage base,
        ImagePlatform platform,
        String tag,
        String version,
        String revision,
        String source,
        Instant created) {

    /** The user of the process, a number as Kubernetes wants it to tell that it is not root; the same in the deployments. */
    static final String USER = "10001:10001";

    /**
     * Writes it.
     *
     * @return the digest of its manifest
     * @throws ImagesException if the base cannot be had; the message says how to give one
     */
    String write(Path tar, Path cache) throws IOException, InterruptedException, CacheDirectoryCreationException {
        Files.createDirectories(tar.getParent());
        try {
            JibContainer image = base.start()
                    .setPlatforms(platform.asSet())
                    .setFormat(ImageFormat.OCI)
                    .setCreationTime(created)
                    // What changes least comes first.
                    .addFileEntriesLayer(Layers.of("java", folder, ImageFolder.JAVA))
                    .addFileEntriesLayer(Layers.of("libraries", folder, ImageFolder.APP + "/lib"))
                    .addFileEntriesLayer(Layers.of(
                            "program",
                            folder,
                            ImageFolder.APP + "/app",
                            ImageFolder.APP + "/quarkus",
                            ImageFolder.APP + "/quarkus-run.jar",
                            ImageFolder.HEALTH,
                            ImageFolder.SBOM))
                    .addFileEntriesLayer(Layers.of("start-up archive", folder, archive()))
                    .setWorkingDirectory(AbsoluteUnixPath.get(ImageFolder.APP))
                    .setUser(USER)
                    .setExposedPorts(Port.tcp(service.port()), Port.tcp(service.managementPort()))
                    .setLabels(labels())
                    .setEntrypoint(entrypoint())
                    .setProgramArguments(List.of())
                    .containerize(Containerizer.to(TarImage.at(tar).named("humdash/" + service.name() + ":" + tag))
                            .setBaseImageLayersCache(cache.resolve("base"))
                            .setApplicationLayersCache(cache.resolve("layers"))
                            .setToolName("humdash-images")
                            .setToolVersion(version));
            return image.getDigest().toString();
        } catch (RegistryException | ExecutionException e) {
            Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            throw new ImagesException(base.unreachable(cause), e);
        } catch (InvalidImageReferenceException e) {
            throw new ImagesException("this names no image: " + base.name(), e);
        }
    }

    /** No shell stands between the engine and the JVM, so that SIGTERM reaches it. */
    List<String> entrypoint() {
        List<String> command = new ArrayList<>();
        command.add(ImageFolder.JAVA + "/bin/java");
        if (archive().length > 0) {
            // The collector that a JVM chooses by itself for less than two processors or 1,792 MB, as the deployments
            // give it. It is named because the archive holds objects as this collector lays them out.
            command.add("-XX:+UseSerialGC");
            command.add("-XX:AOTCache=" + ImageFolder.ARCHIVE);
        }
        command.addAll(List.of("-jar", ImageFolder.APP + "/quarkus-run.jar"));
        return command;
    }

    private String[] archive() {
        return Files.exists(folder.path(ImageFolder.ARCHIVE)) ? new String[] {ImageFolder.ARCHIVE} : new String[0];
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>(Map.of(
                "org.opencontainers.image.title",
                "humdash " + service.name(),
                "org.opencontainers.image.description",
                service.description(),
                "org.opencontainers.image.version",
                version,
                "org.opencontainers.image.revision",
                revision,
                "org.opencontainers.image.created",
                created.toString(),
                "org.opencontainers.image.licenses",
                "Apache-2.0",
                "org.humdash.sbom",
                ImageFolder.SBOM));
        if (!source.isEmpty()) {
            labels.put("org.opencontainers.image.source", source);
        }
        return labels;
    }
}
