package org.humdash.gateway.situation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.humdash.gateway.language.LanguageChoice;
import org.humdash.gateway.quote.Quote;
import org.humdash.vocabulary.place.Area;
import org.humdash.vocabulary.text.BilingualText;

/** Who said what about a ceasefire and the people living under it, as of a day and as known at an instant. */
@Schema(name = "Situation")
record SituationResponse(
        @Schema(examples = "GAZA-2025-10", required = true) String ceasefire,
        @Schema(required = true) AreaName area,

        @Schema(description = "The facts of the days up to this one", required = true)
        LocalDate asOf,

        @Schema(
                description =
                        "What the sections that are available were read at; ask with it again for the same answer",
                required = true)
        Instant knownAt,

        @Schema(
                description = "The language of the sentences; bilingual texts are bilingual in every answer",
                examples = "en",
                required = true)
        String language,

        @Schema(description = "Whether a section is unavailable or stale", required = true)
        boolean partial,

        @Schema(required = true) Sections sections,

        @Schema(description = "The figures of the sections as sentences to quote", required = true)
        List<Quote> quotes) {

    @Schema(name = "SituationArea")
    record AreaName(
            @Schema(examples = "PS02", required = true) String pcode,
            @Schema(required = true) BilingualText name) {

        static AreaName of(Area area) {
            return new AreaName(area.pcode().value(), area.name());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SituationSections", description = "Those that were asked for")
    record Sections(
            @Schema(description = "The ceasefire with its day counts, as GET /api/v1/ceasefires/{code}")
            Section ceasefire,

            @Schema(description = "The latest claims by measure, as GET /api/v1/claims/latest")
            Section claims,

            @Schema(description = "What is documented day by day, as GET /api/v1/ceasefires/{code}/ledger")
            Section ledger,

            @Schema(description = "The key indicators with every competing claim, as GET /api/v1/headlines")
            Section indicators,

            @Schema(description = "What happened around the ceasefire, as GET /api/v1/ceasefires/{code}/timeline")
            Section timeline) {

        static Sections of(Map<SectionName, Section> sections) {
            return new Sections(
                    sections.get(SectionName.CEASEFIRE),
                    sections.get(SectionName.CLAIMS),
                    sections.get(SectionName.LEDGER),
                    sections.get(SectionName.INDICATORS),
                    sections.get(SectionName.TIMELINE));
        }
    }

    static SituationResponse of(
            SituationQuery query, Instant knownAt, boolean partial, Sections sections, List<Quote> quotes) {
        return new SituationResponse(
                query.ceasefire(),
                AreaName.of(query.area()),
                query.asOf(),
                knownAt,
                LanguageChoice.code(query.language()),
                partial,
                sections,
                quotes);
    }
}
