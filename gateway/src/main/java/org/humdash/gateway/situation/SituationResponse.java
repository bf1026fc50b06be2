package org.humdash.gateway.situation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.humdash.vocabulary.place.Area;
import org.humdash.vocabulary.text.BilingualText;

/** Who said what about a ceasefire and the people living under it, as of a day and as known at an instant. */
@Schema(name = "Situation")
record SituationResponse(
        @Schema(examples = "GAZA-2025-10", required = true) String ceasefire,
        @Schema(required = true) AreaName area,

        @Schema(description = "The facts of the days up to this one", required = true)
        LocalDate asOf,

        @Schema(description = "As recorded by this instant; ask with it again for the same answer", required = true)
        Instant knownAt,

        @Schema(description = "Whether a section is unavailable", required = true)
        boolean partial,

        @Schema(required = true) Sections sections) {

    @Schema(name = "SituationArea")
    record AreaName(
            @Schema(examples = "PS02", required = true) String pcode,
            @Schema(required = true) BilingualText name) {

        static AreaName of(Area area) {
            return new AreaName(area.pcode().value(), area.name());
        }
    }

    @Schema(name = "SituationSections")
    record Sections(
            @Schema(
                    description = "The ceasefire with its day counts, as GET /api/v1/ceasefires/{code}",
                    required = true)
            Section ceasefire,

            @Schema(description = "The latest claims by measure, as GET /api/v1/claims/latest", required = true)
            Section claims,

            @Schema(
                    description = "The key indicators with every competing claim, as GET /api/v1/headlines",
                    required = true)
            Section indicators,

            @Schema(
                    description = "What happened around the ceasefire, as GET /api/v1/ceasefires/{code}/timeline",
                    required = true)
            Section timeline) {

        private Section of(SectionName name) {
            return switch (name) {
                case CEASEFIRE -> ceasefire;
                case CLAIMS -> claims;
                case INDICATORS -> indicators;
                case TIMELINE -> timeline;
            };
        }

        /** The labels of the sections without data, in the order they stand in. */
        List<String> missing() {
            return Stream.of(SectionName.values())
                    .filter(name -> of(name).status() == Section.Status.UNAVAILABLE)
                    .map(SectionName::label)
                    .toList();
        }
    }

    static SituationResponse of(SituationQuery query, Sections sections) {
        return new SituationResponse(
                query.ceasefire(),
                AreaName.of(query.area()),
                query.asOf(),
                query.knownAt(),
                !sections.missing().isEmpty(),
                sections);
    }
}
