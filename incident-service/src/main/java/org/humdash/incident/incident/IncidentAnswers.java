package org.humdash.incident.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.humdash.incident.source.SourceRegister;
import org.humdash.incident.source.SourceSummary;
import org.humdash.kit.revision.ReadScope;

/** Incidents as they are answered with: named sources, and nothing a reader may not see. */
@ApplicationScoped
class IncidentAnswers {

    private final IncidentRepository incidents;
    private final SourceRegister sources;

    IncidentAnswers(IncidentRepository incidents, SourceRegister sources) {
        this.incidents = incidents;
        this.sources = sources;
    }

    /** With the revision as ETag. What became too sensitive for the writer too is not sent back. */
    Response whole(Response.ResponseBuilder response, IncidentRevision revision, ReadScope scope) throws SQLException {
        response.tag(new EntityTag(Integer.toString(revision.number())));
        if (scope.clearance().mayRead(revision.sensitivity())) {
            response.entity(shown(List.of(revision), scope).getFirst());
        }
        return response.build();
    }

    List<IncidentResponse> shown(List<IncidentRevision> revisions, ReadScope scope) throws SQLException {
        Map<String, SourceSummary> names = sources.knownAt(scope.knownAt());
        Set<UUID> survivors = incidents.survivorsShown(revisions, scope);
        return revisions.stream()
                .map(revision -> IncidentResponse.of(revision, names, survivors, scope))
                .toList();
    }
}
