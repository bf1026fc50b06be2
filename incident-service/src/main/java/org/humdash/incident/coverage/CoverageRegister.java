package org.humdash.incident.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.humdash.kit.revision.ReadScope;

/** The coverage of days as other features need it. */
@ApplicationScoped
public class CoverageRegister {

    private final CoverageRepository coverage;

    CoverageRegister(CoverageRepository coverage) {
        this.coverage = coverage;
    }

    /** The days of a period, both ends included, that a source said something about; other days are left out. */
    public Map<LocalDate, DayCoverage> between(String ceasefire, LocalDate from, LocalDate to, ReadScope scope) {
        return coverage.between(ceasefire, from, to, scope).stream()
                .map(CoverageDay::statement)
                .collect(Collectors.groupingBy(
                        SourceCoverage::day,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), DayCoverage::new)));
    }
}
