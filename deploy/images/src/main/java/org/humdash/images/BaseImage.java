package org.humdash.images;

import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What an image stands on. The Java is ours, so this has to be no more than the C library of a Linux distribution.
 *
 * @param name a file as {@code docker save} writes it, or the name of an image in a registry
 */
record BaseImage(String name) {

    /** Debian's C library, a user and certificates: no shell, no packages to install more with. */
    static final String DEFAULT = "gcr.io/distroless/base-nossl-debian12:nonroot";

    JibContainerBuilder start() throws InvalidImageReferenceException {
        return isFile() ? Jib.from(TarImage.at(Path.of(name))) : Jib.from(RegistryImage.named(name));
    }

    /** What to do where it cannot be had. */
    String unreachable(Throwable cause) {
        if (isFile()) {
            return "The base image could not be read from " + name + ": " + cause.getMessage();
        }
        return "The base image " + name + " could not be fetched: " + cause.getMessage()
                + "\nWhere its registry is out of reach, give a base from a file: --base FILE.tar, as `docker save` or"
                + " `crane pull` writes it on a machine that reaches it; or --base debian, which makes one of Debian's"
                + " package libc6 on a Debian machine.";
    }

    private boolean isFile() {
        return name.endsWith(".tar") || Files.exists(Path.of(name));
    }
}
