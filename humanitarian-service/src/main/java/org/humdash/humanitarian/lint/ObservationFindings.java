package org.humdash.humanitarian.lint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.humdash.humanitarian.hazard.HazardRegister;
import org.humdash.humanitarian.indicator.IndicatorCatalogue;
import org.humdash.humanitarian.indicator.IndicatorSummary;
import org.humdash.humanitarian.source.SourceSummary;
import org.humdash.humanitarian.source.Sources;
import org.humdash.kit.revision.ReadScope;
import org.humdash.kit.revision.ValidityCursor;
import org.humdash.vocabulary.estimate.EstimateView;
import org.humdash.vocabulary.lint.Finding;
import org.humdash.vocabulary.lint.FindingCode;

/**
 * Finds what is odd about observations. Nothing of it is stored: findings follow from what is recorded, at every instant.
 */
@ApplicationScoped
public class ObservationFindings {

    /** How many observations are looked at with one question to the database. */
    public static final int AT_A_TIME = 500;

    /** How often a page asks; then it is handed over as it is, with a cursor. */
    private static final int MOST_TIMES = 10;

    private final LintedObservationRepository linted;
    private final IndicatorCatalogue indicators;
    private final Sources sources;
    private final HazardRegister hazards;

    ObservationFindings(
            LintedObservationRepository linted,
            IndicatorCatalogue indicators,
            Sources sources,
            HazardRegister hazards) {
        this.linted = linted;
        this.indicators = indicators;
        this.sources = sources;
        this.hazards = hazards;
    }

    /** Observations of which something was noticed; {@code next} is where the page ended, null at the end of the list. */
    record Found(List<ObservationFindingsResponse> observations, ValidityCursor next) {}

    /** What observations are held against and named by. */
    private record Names(Map<String, IndicatorSummary> indicators, Map<String, SourceSummary> sources) {}

    /**
     * The findings on each of these observations that the reader may see, with two statements to the database however
     * many they are; an empty list for one without any. Sees what the running transaction has written.
     *
     * @param ids at most {@value #AT_A_TIME} at a time, for the sake of memory
     */
    @Transactional
    public Map<UUID, List<Finding>> of(Collection<UUID> ids, ReadScope scope) throws SQLException {
        Map<String, IndicatorSummary> known = indicators.knownAt(scope.knownAt());
        Map<UUID, List<Finding>> findings = new HashMap<>();
        linted.find(ids, known, scope)
                .forEach((id, observation) -> findings.put(id, findings(observation, known, scope)));
        return findings;
    }

    /** The observation and what was noticed about it, if the reader may see it. */
    @Transactional
    Optional<ObservationFindingsResponse> of(UUID id, ReadScope scope) throws SQLException {
        Names names = names(scope);
        return Optional.ofNullable(
                        linted.find(List.of(id), names.indicators(), scope).get(id))
                .map(observation -> view(observation, names, scope));
    }

    /**
     * The observations after the filter's cursor of which something was noticed, newest validity first. The page ends
     * before it is full when very many observations in a row have nothing to notice.
     */
    @Transactional
    Found page(FindingsFilter filter, ReadScope scope) throws SQLException {
        // Which figures are about a hazard that may not be seen is not told by searching for it either.
        if (filter.hazard != null && hazards.hiddenFrom(scope).contains(filter.hazard)) {
            return new Found(List.of(), null);
        }
        Names names = names(scope);
        FindingCode code = filter.code();
        List<ObservationFindingsResponse> found = new ArrayList<>();
        ValidityCursor last = filter.after();
        for (int time = 0; time < MOST_TIMES; time++) {
            List<ValidityCursor> places = linted.places(filter, last, AT_A_TIME, scope);
            Map<UUID, LintedObservation> read =
                    linted.find(places.stream().map(ValidityCursor::id).toList(), names.indicators(), scope);
            for (ValidityCursor place : places) {
                if (found.size() == filter.limit) {
                    return new Found(found, last);
                }
                last = place;
                Optional.ofNullable(read.get(place.id()))
                        .map(observation -> view(observation, names, scope))
                        .filter(observation -> has(observation.findings(), code))
                        .ifPresent(found::add);
            }
            if (places.size() < AT_A_TIME) {
                return new Found(found, null);
            }
        }
        return new Found(found, last);
    }

    private Names names(ReadScope scope) {
        return new Names(indicators.knownAt(scope.knownAt()), sources.quoted());
    }

    private static boolean has(List<Finding> findings, FindingCode code) {
        return findings.stream().anyMatch(finding -> code == null || finding.code() == code);
    }

    private static List<Finding> findings(
            LintedObservation observation, Map<String, IndicatorSummary> indicators, ReadScope scope) {
        return ObservationLinter.findings(
                observation, indicators.get(observation.indicator()), ObservationLinter.today(scope));
    }

    private static ObservationFindingsResponse view(LintedObservation observation, Names names, ReadScope scope) {
        IndicatorSummary indicator = names.indicators().get(observation.indicator());
        return new ObservationFindingsResponse(
                observation.id(),
                observation.reference(),
                observation.indicator(),
                observation.area(),
                observation.definition(),
                EstimateView.of(observation.statement().figure(), indicator.unitSuffix()),
                indicator.unit(),
                names.sources().get(observation.originator()),
                observation.publisher() == null ? null : names.sources().get(observation.publisher()),
                observation.statement().validFrom(),
                observation.statement().validTo(),
                observation.publishedOn(),
                findings(observation, names.indicators(), scope));
    }
}
