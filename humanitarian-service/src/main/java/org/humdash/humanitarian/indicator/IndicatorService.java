package org.humdash.humanitarian.indicator;

import static org.humdash.kit.problem.ProblemType.ALREADY_EXISTS;
import static org.humdash.kit.problem.ProblemType.INVALID_BODY;
import static org.humdash.kit.problem.ProblemType.NOT_FOUND;
import static org.humdash.kit.problem.ProblemType.NOT_IN_THIS_STATE;
import static org.humdash.kit.problem.ProblemType.REVISION_SUPERSEDED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.humdash.kit.revision.ChangeClock;
import org.humdash.kit.revision.Recorder;
import org.humdash.kit.revision.Recorder.Recorded;
import org.humdash.kit.revision.RevisionReason;

/** How the catalogue of indicators grows and changes. Figures that stand must never mean another thing afterwards. */
@ApplicationScoped
class IndicatorService {

    private final IndicatorRepository indicators;
    private final Recorder recorder;
    private final ChangeClock changeClock;

    IndicatorService(IndicatorRepository indicators, Recorder recorder, ChangeClock changeClock) {
        this.indicators = indicators;
        this.recorder = recorder;
        this.changeClock = changeClock;
    }

    /** Adds an indicator, once. */
    @Transactional
    Recorded<Indicator> create(IndicatorRequest request, String account) {
        requireTerms(request);
        Recorded<Indicator> recorded = recorder.once(
                () -> indicators.current(request.code()),
                known -> known.says(Indicator.from(request)),
                () -> {
                    Indicator indicator = Indicator.from(request);
                    indicator.recordedBy = account;
                    return indicator;
                },
                "Indicator " + request.code());
        if (recorded.entity().isRetracted()) {
            throw ALREADY_EXISTS.because(
                    "Indicator " + request.code() + " was retracted; its code is not used for another one.");
        }
        return recorded;
    }

    /**
     * Records the next revision of an indicator. Its definitions keep their versions; the words of the newest one of each
     * are those of the request.
     */
    @Transactional
    Indicator revise(String code, int revision, IndicatorRequest request, String account) {
        if (!request.code().equals(code)) {
            throw INVALID_BODY.because("The code of an indicator does not change; this one is " + code + ".");
        }
        var recordedAt = changeClock.tick();
        Indicator current = current(code, revision);
        if (!current.unit.equals(request.unit()) || current.kind != request.kind()) {
            throw INVALID_BODY.because("Unit and kind of an indicator do not change, for its figures would mean another"
                    + " thing: " + code + " is " + current.kind + " in " + current.unit + ". Add another indicator.");
        }
        requireTerms(request);
        Indicator next = current.revised(request, definitions(current, request));
        if (next.says(current)) {
            return current;
        }
        return supersede(current, next, request.revisionReason(), request.revisionNote(), account, recordedAt);
    }

    /** Starts a new version of a definition; sent again just so, it changes nothing. */
    @Transactional
    Indicator addVersion(
            String code, String definition, int revision, DefinitionVersionRequest request, String account) {
        var recordedAt = changeClock.tick();
        Indicator current = current(code, revision);
        List<DefinitionHistory> definitions = new ArrayList<>(current.definitions());
        int place = place(code, definition, definitions);
        DefinitionHistory history = definitions.get(place);
        DefinitionVersion newest = history.newest();
        if (request.version(newest.number()).equals(newest)) {
            return current;
        }
        if (newest.validFrom() != null && !request.validFrom().isAfter(newest.validFrom())) {
            throw INVALID_BODY.because("Version " + newest.number() + " of " + definition + " is valid from "
                    + newest.validFrom() + "; the next one begins later.");
        }
        definitions.set(place, history.with(request.version(newest.number() + 1)));
        return supersede(
                current,
                current.with(definitions),
                RevisionReason.UPDATE,
                request.change().en(),
                account,
                recordedAt);
    }

    /** Records what a version of a definition should have said; what was recorded stays in the history. */
    @Transactional
    Indicator correctVersion(
            String code,
            String definition,
            int number,
            int revision,
            VersionCorrectionRequest request,
            String account) {
        var recordedAt = changeClock.tick();
        Indicator current = current(code, revision);
        List<DefinitionHistory> definitions = new ArrayList<>(current.definitions());
        int place = place(code, definition, definitions);
        DefinitionHistory history = definitions.get(place);
        if (number < 1 || number > history.versions().size()) {
            throw NOT_FOUND.because("Definition " + definition + " of " + code + " has no version " + number + ".");
        }
        if (number == 1) {
            throw INVALID_BODY.because(
                    "The first version of a definition has no beginning. Its words are corrected with"
                            + " a change of the indicator.");
        }
        DefinitionVersion corrected = request.version().version(number);
        if (corrected.equals(history.versions().get(number - 1))) {
            return current;
        }
        DefinitionHistory next = history.corrected(corrected);
        if (!next.isInOrder()) {
            throw INVALID_BODY.because("The versions of " + definition + " would no longer follow each other: version "
                    + number + " cannot be valid from " + corrected.validFrom() + ".");
        }
        definitions.set(place, next);
        return supersede(
                current,
                current.with(definitions),
                RevisionReason.CORRECTION,
                request.revisionNote(),
                account,
                recordedAt);
    }

    /** Takes an indicator out of the catalogue. Its figures stay and keep its name; no new ones are taken. */
    @Transactional
    Indicator retract(String code, int revision, String note, String account) {
        var recordedAt = changeClock.tick();
        Indicator current = current(code, revision);
        return supersede(
                current, current.with(current.definitions()), RevisionReason.RETRACTION, note, account, recordedAt);
    }

    private static int place(String code, String definition, List<DefinitionHistory> definitions) {
        int place = definitions.stream().map(DefinitionHistory::code).toList().indexOf(definition);
        if (place < 0) {
            throw NOT_FOUND.because("Indicator " + code + " has no definition " + definition + ".");
        }
        return place;
    }

    /** Nothing is reckoned from what does not exist, and a total has parts in its own unit only. */
    private void requireTerms(IndicatorRequest request) {
        request.terms().codes().forEach(term -> {
            if (term.equals(request.code())) {
                throw INVALID_BODY.because("Indicator " + term + " cannot be reckoned from itself.");
            }
            Indicator known = indicators
                    .current(term)
                    .filter(indicator -> !indicator.isRetracted())
                    .orElseThrow(() -> INVALID_BODY.because("Indicator " + request.code() + " cannot be reckoned from "
                            + term + ": no indicator has this code."));
            if (request.terms().parts().contains(term) && !known.unit.equals(request.unit())) {
                throw INVALID_BODY.because("A part of " + request.code() + " is in " + request.unit() + "; " + term
                        + " is in " + known.unit + ".");
            }
        });
    }

    private static List<DefinitionHistory> definitions(Indicator current, IndicatorRequest request) {
        Map<String, DefinitionHistory> known =
                current.definitions().stream().collect(Collectors.toMap(DefinitionHistory::code, Function.identity()));
        List<DefinitionHistory> asked = request.allDefinitions();
        List<String> codes = asked.stream().map(DefinitionHistory::code).toList();
        known.keySet().stream()
                .filter(definition -> !codes.contains(definition))
                .sorted()
                .findFirst()
                .ifPresent(missing -> {
                    throw INVALID_BODY.because("Definition " + missing
                            + " is left out. A definition stays, for figures may follow it; send it along.");
                });
        return asked.stream()
                .map(definition -> {
                    DefinitionHistory history = known.get(definition.code());
                    return history == null ? definition : history.reworded(definition.newest());
                })
                .toList();
    }

    private Indicator current(String code, int revision) {
        Indicator current = indicators
                .current(code)
                .orElseThrow(() -> NOT_FOUND.because("No indicator has the code " + code + "."));
        if (current.isRetracted()) {
            throw NOT_IN_THIS_STATE.because("Indicator " + code + " was retracted and is not changed any more.");
        }
        if (current.revision != revision) {
            throw REVISION_SUPERSEDED.because("Indicator " + code + " is at revision " + current.revision
                    + " and no longer at " + revision + ". Read it again.");
        }
        return current;
    }

    private Indicator supersede(
            Indicator current, Indicator next, RevisionReason reason, String note, String account, Instant recordedAt) {
        next.revisionReason = reason;
        next.revisionNote = note;
        next.recordedBy = account;
        indicators.supersede(current, next, recordedAt);
        return next;
    }
}
