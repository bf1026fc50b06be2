package org.humdash.incident.violation;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.humdash.vocabulary.text.BilingualText;

@Path("/api/v1/violation-types")
class ViolationTypeResource {

    record ViolationTypeResponse(
            ViolationType code, ViolationType parent, BilingualText name, boolean attackByDefault) {

        static ViolationTypeResponse of(ViolationType type) {
            return new ViolationTypeResponse(
                    type,
                    type.parent().orElse(null),
                    type.label(),
                    ViolationType.defaultAttackTypes().contains(type));
        }
    }

    record ViolationTypeList(List<ViolationTypeResponse> items) {}

    @GET
    @Operation(summary = "The types of violation and how they roll up")
    public ViolationTypeList list() {
        return new ViolationTypeList(Arrays.stream(ViolationType.values())
                .map(ViolationTypeResponse::of)
                .toList());
    }
}
