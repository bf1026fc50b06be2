package org.humdash.gateway.situation;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.humdash.gateway.account.Account;
import org.humdash.gateway.peer.PeerFailure;
import org.humdash.gateway.problem.ProblemType;
import org.humdash.gateway.problem.Problems;
import org.humdash.gateway.question.Outcome;
import org.humdash.gateway.question.Reasons;
import org.humdash.gateway.quote.Quote;
import org.humdash.gateway.quote.Quotes;
import org.humdash.gateway.quote.Reading;
import org.humdash.vocabulary.access.Clearance;
import org.humdash.vocabulary.text.Language;
import org.jboss.logging.Logger;

/** Composes the situation: asks for all sections at once and serves those that came, and of the others what was good last. */
@ApplicationScoped
class SituationService {

    private static final Logger LOG = Logger.getLogger(SituationService.class);

    private final SectionAsker asker;
    private final LastGood lastGood;
    private final SectionMeters meters;
    private final Reasons reasons;
    private final Quotes quotes;
    private final Map<SectionName, String> lastOutcomes = new ConcurrentHashMap<>();

    SituationService(SectionAsker asker, LastGood lastGood, SectionMeters meters, Reasons reasons, Quotes quotes) {
        this.asker = asker;
        this.lastGood = lastGood;
        this.meters = meters;
        this.reasons = reasons;
        this.quotes = quotes;
    }

    /**
     * Waits until each section has come or failed: for the longest time-out, and for another one if a service was being
     * written to, because the sections are then asked again as of the instant that all of them can answer about.
     *
     * @param account who is asking; empty for whoever did not say
     * @throws HttpProblem only if incident-service says that there is no such ceasefire
     */
    Composition compose(SituationQuery query, Optional<Account> account) {
        Clearance clearance = account.map(Account::clearance).orElse(Clearance.PUBLIC);
        Map<SectionName, Outcome<SectionAnswer>> outcomes = asker.ask(query.sections(), query, account);
        outcomes.forEach((name, outcome) -> remember(name, outcome, query, clearance));
        refuseUnknown(query, outcomes);
        Instant knownAt = earliest(outcomes, query);
        Set<SectionName> later = readAfter(knownAt, outcomes);
        if (!later.isEmpty()) {
            outcomes.putAll(asker.ask(later, query.knownAt(knownAt), account));
            later.forEach(name -> remember(name, outcomes.get(name), query, clearance));
        }
        outcomes.forEach(this::count);
        return composed(query, clearance, knownAt, outcomes);
    }

    /** The figures of the sections that have data, as sentences of a language. */
    List<Quote> quotes(Map<SectionName, Reading> readings, Language language) {
        List<Quote> sentences = new ArrayList<>();
        readings.forEach((name, reading) -> sentences.addAll(quotes(name, reading, language)));
        return sentences;
    }

    private Composition composed(
            SituationQuery query,
            Clearance clearance,
            Instant knownAt,
            Map<SectionName, Outcome<SectionAnswer>> outcomes) {
        Map<SectionName, Section> sections = new EnumMap<>(SectionName.class);
        Map<SectionName, Reading> readings = new EnumMap<>(SectionName.class);
        List<String> unavailable = new ArrayList<>();
        List<String> stale = new ArrayList<>();
        outcomes.forEach((name, outcome) -> {
            if (outcome.isRead()) {
                sections.put(name, Section.available(outcome.answer().data()));
                readings.put(name, reading(outcome.answer(), true));
                return;
            }
            String reason = reasons.of(outcome.failure(), query.language());
            Optional<LastGood.Value> last = lastGood.of(LastGood.Question.of(name, query, clearance));
            if (last.isPresent()) {
                meters.countStale(name);
                stale.add(name.label());
                sections.put(name, Section.stale(last.get(), reason));
                readings.put(name, reading(last.get().answer(), false));
            } else {
                unavailable.add(name.label());
                sections.put(name, Section.unavailable(reason));
            }
        });
        boolean partial = !unavailable.isEmpty() || !stale.isEmpty();
        SituationResponse situation = SituationResponse.of(
                query, knownAt, partial, SituationResponse.Sections.of(sections), quotes(readings, query.language()));
        return new Composition(situation, sections, readings, unavailable, stale);
    }

    private static Reading reading(SectionAnswer answer, boolean again) {
        return new Reading(answer.data(), answer.asOf(), answer.knownAt(), again);
    }

    private List<Quote> quotes(SectionName name, Reading reading, Language language) {
        return switch (name) {
            case CLAIMS -> quotes.claims(reading, language);
            case LEDGER -> quotes.ledger(reading, language);
            case INDICATORS -> quotes.indicators(reading, language);
            case CEASEFIRE, TIMELINE -> List.of();
        };
    }

    private void remember(SectionName name, Outcome<SectionAnswer> outcome, SituationQuery query, Clearance clearance) {
        LastGood.Question question = LastGood.Question.of(name, query, clearance);
        if (outcome.isRead()) {
            lastGood.keep(question, outcome.answer());
        } else if (outcome.isUnknown()) {
            lastGood.drop(question);
        }
    }

    private static void refuseUnknown(SituationQuery query, Map<SectionName, Outcome<SectionAnswer>> outcomes) {
        List<Outcome<SectionAnswer>> ofTheCeasefire = outcomes.entrySet().stream()
                .filter(entry -> entry.getKey().isOfTheCeasefire())
                .map(Map.Entry::getValue)
                .toList();
        Outcome<SectionAnswer> ceasefire = outcomes.get(SectionName.CEASEFIRE);
        boolean unknown = ceasefire == null
                ? !ofTheCeasefire.isEmpty() && ofTheCeasefire.stream().allMatch(Outcome::isUnknown)
                : ceasefire.isUnknown();
        if (unknown) {
            throw Problems.of(
                            ProblemType.UNKNOWN_CEASEFIRE,
                            "No ceasefire " + query.ceasefire() + " was recorded by " + query.knownAt()
                                    + ". GET /api/v1/ceasefires lists those that are.")
                    .build();
        }
    }

    private static Instant earliest(Map<SectionName, Outcome<SectionAnswer>> outcomes, SituationQuery query) {
        return outcomes.values().stream()
                .filter(Outcome::isRead)
                .map(outcome -> outcome.answer().knownAt())
                .min(Instant::compareTo)
                .orElse(query.knownAt());
    }

    private static Set<SectionName> readAfter(Instant knownAt, Map<SectionName, Outcome<SectionAnswer>> outcomes) {
        Set<SectionName> later = EnumSet.noneOf(SectionName.class);
        outcomes.forEach((name, outcome) -> {
            if (outcome.isRead() && outcome.answer().knownAt().isAfter(knownAt)) {
                later.add(name);
            }
        });
        return later;
    }

    /** Logged when it changes, not each time: a service that is down for an hour is one line, and another when it is back. */
    private void count(SectionName name, Outcome<SectionAnswer> outcome) {
        PeerFailure failure = outcome.failure();
        String label =
                failure == null ? SectionMeters.AVAILABLE : failure.kind().label();
        meters.count(name, label);
        if (outcome.isUnknown()) {
            return;
        }
        String before = lastOutcomes.put(name, label);
        if (failure != null && !label.equals(before)) {
            LOG.warnf("Section %s is unavailable: %s", name.label(), failure.getMessage());
        } else if (failure == null && before != null && !label.equals(before)) {
            LOG.infof("Section %s is available again", name.label());
        }
    }
}
