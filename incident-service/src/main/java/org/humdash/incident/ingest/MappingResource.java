package org.humdash.incident.ingest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import org.humdash.kit.access.Caller;
import org.humdash.kit.ingest.ImportMappings;
import org.humdash.kit.ingest.ImportTarget;
import org.humdash.kit.ingest.MappingRepository;

@Path("/api/v1/incidents/import-mappings")
@RunOnVirtualThread
@RolesAllowed(Caller.CONTRIBUTOR)
class MappingResource extends ImportMappings {

    MappingResource(MappingRepository mappings, ImportTarget target, Caller caller) {
        super(mappings, target, caller);
    }
}
