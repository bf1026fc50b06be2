package org.humdash.images;

import com.google.cloud.tools.jib.api.buildplan.Platform;
import java.util.Set;

/**
 * The machines an image is for. The Java in it is that of the machine that builds, so they are of the same kind.
 *
 * @param architecture as images name it, such as {@code amd64}
 */
record ImagePlatform(String architecture) {

    /**
     * Of this machine.
     *
     * @throws ImagesException if it is no Linux, for its Java would not run in a container
     */
    static ImagePlatform ofThisMachine() {
        if (!System.getProperty("os.name").equals("Linux")) {
            throw new ImagesException("images are built on Linux: they get the Java of the machine that builds them");
        }
        String name = System.getProperty("os.arch");
        return new ImagePlatform(name.equals("aarch64") ? "arm64" : name);
    }

    Set<Platform> asSet() {
        return Set.of(new Platform(architecture, "linux"));
    }
}
