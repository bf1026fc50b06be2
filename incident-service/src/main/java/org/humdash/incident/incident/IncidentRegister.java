package org.humdash.incident.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.humdash.incident.source.SourceRegister;
import org.humdash.incident.source.SourceSummary;
import org.humdash.kit.revision.ReadClock;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.TimeTravel;
import org.humdash.vocabulary.access.Clearance;

/** The incidents as other features need them: which of them a caller is shown, and how. */
@ApplicationScoped
public class IncidentRegister {

    private final IncidentRepository incidents;
    private final SourceRegister sources;
    private final ReadClock clock;

    IncidentRegister(IncidentRepository incidents, SourceRegister sources, ReadClock clock) {
        this.incidents = incidents;
        this.sources = sources;
        this.clock = clock;
    }

    /** The stages that a caller is shown, as they are stored. */
    public static List<String> stages(Clearance clearance) {
        return List.of(IncidentQuery.stages(clearance));
    }

    /**
     * Revisions as a caller is shown them, by their number. The caller of this must have found them to be within the
     * clearance; those of incidents that were hidden since are left out.
     */
    public Map<Long, IncidentResponse> shown(Collection<Long> revisionIds, Clearance clearance) throws SQLException {
        ReadScope now = new TimeTravel().scope(clock, clearance);
        Map<String, SourceSummary> names = sources.knownAt(now.knownAt());
        return incidents.byRevisionId(revisionIds, clearance).stream()
                .collect(Collectors.toMap(
                        IncidentRevision::revisionId,
                        // A duplicate is not shown, so there is no survivor to name.
                        revision -> IncidentResponse.of(revision, names, Set.of(), now)));
    }
}
