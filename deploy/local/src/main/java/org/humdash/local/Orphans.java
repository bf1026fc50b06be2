package org.humdash.local;

import java.util.ArrayList;
import java.util.List;
import org.humdash.local.postgres.LocalPostgres;

/** What an {@code up} that was killed left running. Only to be used by who holds the folder's lock. */
final class Orphans {

    private Orphans() {}

    /**
     * Stops them and forgets them.
     *
     * @return what was stopped, as name and process id
     */
    static List<String> stop(DataFolder folder) {
        List<String> stopped = new ArrayList<>();
        RunFile.read(folder.runFile()).ifPresent(run -> {
            for (var left : run.processes().reversed()) {
                // PostgreSQL waits for its clients when asked in the ordinary way.
                if (!left.name().equals(Up.POSTGRES)) {
                    left.find().ifPresent(process -> {
                        Programs.stop(process);
                        stopped.add(left.name() + " (process " + left.pid() + ")");
                    });
                }
            }
        });
        LocalPostgres.stopOrphan(folder.postgres())
                .ifPresent(pid -> stopped.add(Up.POSTGRES + " (process " + pid + ")"));
        RunFile.remove(folder.runFile());
        return stopped;
    }
}
