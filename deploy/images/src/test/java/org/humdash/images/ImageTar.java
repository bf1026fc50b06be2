package org.humdash.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * An image in a file, as an engine reads it.
 *
 * @param name under which it is loaded
 * @param config what the image says of itself
 * @param entries of all layers by their path, those of later layers in the place of earlier ones
 * @param layers the layers themselves, still packed, by their names in the file
 */
record ImageTar(String name, JsonNode config, Map<String, TarArchiveEntry> entries, Map<String, byte[]> layers) {

    static ImageTar read(Path tar) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (TarArchiveInputStream in = new TarArchiveInputStream(Files.newInputStream(tar))) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        ObjectMapper json = new ObjectMapper();
        // Docker's list, or else the index of OCI.
        String config;
        String name;
        Map<String, byte[]> layers = new LinkedHashMap<>();
        if (files.containsKey("manifest.json")) {
            JsonNode manifest = json.readTree(files.get("manifest.json")).get(0);
            config = manifest.path("Config").asText();
            name = manifest.at("/RepoTags/0").asText();
            for (JsonNode layer : manifest.path("Layers")) {
                layers.put(layer.asText(), files.get(layer.asText()));
            }
        } else {
            JsonNode index = json.readTree(files.get("index.json")).at("/manifests/0");
            name = index.at("/annotations/org.opencontainers.image.ref.name").asText();
            JsonNode manifest = json.readTree(files.get(blob(index.path("digest"))));
            config = blob(manifest.at("/config/digest"));
            for (JsonNode layer : manifest.path("layers")) {
                layers.put(blob(layer.path("digest")), files.get(blob(layer.path("digest"))));
            }
        }
        Map<String, TarArchiveEntry> entries = new TreeMap<>();
        for (byte[] layer : layers.values()) {
            try (TarArchiveInputStream in = open(layer)) {
                for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    entries.put("/" + entry.getName().replaceAll("/$", ""), entry);
                }
            }
        }
        return new ImageTar(name, json.readTree(files.get(config)), entries, layers);
    }

    /** Lays all of it out in a folder, as an engine does before it starts it. */
    void unpack(Path root) throws IOException {
        for (byte[] layer : layers.values()) {
            try (TarArchiveInputStream in = open(layer)) {
                for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    Path to = root.resolve(entry.getName());
                    if (entry.isDirectory()) {
                        Files.createDirectories(to);
                    } else {
                        Files.createDirectories(to.getParent());
                        Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
                        Files.setLastModifiedTime(
                                to, FileTime.from(entry.getLastModifiedTime().toInstant()));
                    }
                    Files.setPosixFilePermissions(to, PosixFilePermissions.fromString(permissions(entry)));
                }
            }
        }
    }

    /** The content of a file. */
    byte[] content(String path) throws IOException {
        byte[] content = null;
        for (byte[] layer : layers.values()) {
            try (TarArchiveInputStream in = open(layer)) {
                for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    if (("/" + entry.getName()).equals(path)) {
                        content = in.readAllBytes();
                    }
                }
            }
        }
        return content;
    }

    private static String permissions(TarArchiveEntry entry) {
        StringBuilder text = new StringBuilder();
        for (int bit = 8; bit >= 0; bit--) {
            text.append((entry.getMode() >> bit & 1) == 1 ? "xwr".charAt(bit % 3) : '-');
        }
        return text.toString();
    }

    private static String blob(JsonNode digest) {
        return "blobs/" + digest.asText().replace(':', '/');
    }

    private static TarArchiveInputStream open(byte[] layer) throws IOException {
        InputStream bytes = new ByteArrayInputStream(layer);
        boolean packed = layer.length > 2 && (layer[0] & 0xff) == 0x1f && (layer[1] & 0xff) == 0x8b;
        return new TarArchiveInputStream(packed ? new GZIPInputStream(bytes) : bytes);
    }
}
