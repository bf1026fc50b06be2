package org.humdash.kit.ingest;

import java.util.ArrayList;
import java.util.List;
import org.humdash.vocabulary.hxl.ImportReport;
import org.humdash.vocabulary.hxl.RowWarning;
import org.humdash.vocabulary.lint.Finding;

/** What is odd about rows that were taken in. It lists the first and counts the others, so that it costs no memory. */
final class ImportWarnings {

    private final List<RowWarning> listed = new ArrayList<>();
    private boolean looked;
    private long count;

    /** From here on it is known that somebody looked, even if nothing is noticed. */
    void begin() {
        looked = true;
    }

    void add(long row, List<Finding> findings) {
        int room = Math.min(findings.size(), ImportReport.MOST_PROBLEMS - listed.size());
        findings.subList(0, room).forEach(finding -> listed.add(new RowWarning(row, finding)));
        count += findings.size();
    }

    boolean hasLooked() {
        return looked;
    }

    long count() {
        return count;
    }

    List<RowWarning> listed() {
        return List.copyOf(listed);
    }
}
