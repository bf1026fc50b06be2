package org.humdash.local.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whether the files of the data folder are for nobody but their owner where that matters. */
final class FilesCheck implements Check {

    private static final String NAME = "files";
    private static final Set<PosixFilePermission> FOR_OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);
    private static final Set<PosixFilePermission> WRITE_OF_OTHERS =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final Path folder;

    FilesCheck(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        findings.add(of(folder, WRITE_OF_OTHERS, "go-w"));
        findings.add(of(folder.resolve("secrets.properties"), FOR_OTHERS, "600"));
        findings.add(of(folder.resolve("postgres"), FOR_OTHERS, "700"));
        return findings;
    }

    private static Finding of(Path path, Set<PosixFilePermission> forbidden, String mode) {
        try {
            if (!Files.exists(path)) {
                return Finding.problem(
                        NAME, path.toString(), "is not there", "name the data folder with --data, or run ./humdash up");
            }
            Set<PosixFilePermission> has = Files.getPosixFilePermissions(path);
            Set<PosixFilePermission> tooMuch = EnumSet.noneOf(PosixFilePermission.class);
            tooMuch.addAll(has);
            tooMuch.retainAll(forbidden);
            String shown = PosixFilePermissions.toString(has);
            return tooMuch.isEmpty()
                    ? Finding.ok(NAME, path.toString(), shown)
                    : Finding.problem(
                            NAME,
                            path.toString(),
                            "is " + shown + ": others may do too much",
                            "chmod " + mode + " " + path + "; if others use this machine, replace what is in it");
        } catch (IOException e) {
            return Finding.problem(
                    NAME, path.toString(), "cannot be looked at", "run this as the user who started the installation");
        }
    }
}
