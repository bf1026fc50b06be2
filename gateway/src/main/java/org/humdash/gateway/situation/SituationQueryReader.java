package org.humdash.gateway.situation;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.humdash.gateway.parameter.CommonParameters;
import org.humdash.gateway.parameter.Parameters;
import org.humdash.vocabulary.place.Area;

/** Reads the parameters of a situation. */
@ApplicationScoped
class SituationQueryReader {

    private static final Set<String> NAMES = Set.of("ceasefire", "area", "asOf", "knownAt", "sections", "lang");

    private final CommonParameters common;

    SituationQueryReader(CommonParameters common) {
        this.common = common;
    }

    /**
     * @param acceptLanguage the header; may be null
     * @throws HttpProblem naming the parameter and showing how it is written
     */
    SituationQuery read(MultivaluedMap<String, String> values, String acceptLanguage) {
        Parameters parameters = Parameters.of(values, NAMES);
        Area area = common.area(parameters);
        Optional<LocalDate> asOf = parameters.day("asOf");
        Optional<Instant> knownAt = parameters.instant("knownAt");
        return new SituationQuery(
                common.ceasefire(parameters),
                area,
                common.isWhole(area),
                asOf.orElseGet(common::today),
                asOf.isEmpty(),
                knownAt.orElseGet(common::now),
                knownAt.isEmpty(),
                parameters
                        .text("sections")
                        .map(SituationQueryReader::sections)
                        .orElseGet(() -> EnumSet.allOf(SectionName.class)),
                common.language(parameters, acceptLanguage));
    }

    private static Set<SectionName> sections(String text) {
        EnumSet<SectionName> sections = EnumSet.noneOf(SectionName.class);
        for (String label : text.split(",", -1)) {
            sections.add(Arrays.stream(SectionName.values())
                    .filter(name -> name.label().equals(label.strip()))
                    .findFirst()
                    .orElseThrow(() -> Parameters.refused(
                            "sections",
                            Parameters.quoted(label.strip()) + " is not a section. There are "
                                    + Arrays.stream(SectionName.values())
                                            .map(SectionName::label)
                                            .collect(Collectors.joining(", "))
                                    + ".",
                            "ceasefire,claims")));
        }
        return Collections.unmodifiableSet(sections);
    }
}
