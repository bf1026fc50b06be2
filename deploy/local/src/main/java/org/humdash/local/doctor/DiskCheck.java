package org.humdash.local.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How much of the disk with the data folder is left. */
final class DiskCheck implements Check {

    private static final String NAME = "disk";

    /** Below it, or below a twentieth: an import or a backup may fill it at any time. */
    private static final long TOO_LITTLE = 1_000_000_000L;

    /** Below it, or below three twentieths. */
    private static final long LITTLE = 5_000_000_000L;

    private static final String ADVICE =
            "make room, or move the data folder to a larger disk; nothing recorded is deleted"
                    + " by itself (docs/operations.md, on disks)";

    private final Path folder;

    DiskCheck(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<Finding> look() {
        try {
            FileStore disk = Files.getFileStore(folder);
            return List.of(of(folder.toString(), disk.getUsableSpace(), disk.getTotalSpace()));
        } catch (IOException e) {
            return List.of(
                    Finding.problem(NAME, folder.toString(), "cannot be looked at", "see that the disk is there"));
        }
    }

    /**
     * @param left bytes
     * @param total bytes
     */
    static Finding of(String subject, long left, long total) {
        String what = "%.1f GB of %.1f GB are left".formatted(left / 1e9, total / 1e9);
        if (left < TOO_LITTLE || left < total / 20) {
            return Finding.problem(NAME, subject, what, ADVICE);
        }
        return left < LITTLE || left < total / 20 * 3
                ? Finding.warning(NAME, subject, what, ADVICE)
                : Finding.ok(NAME, subject, what);
    }
}
