package org.humdash.humanitarian.observation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.humdash.kit.ingest.RecordKey;
import org.humdash.kit.ingest.StagedRow;
import org.humdash.vocabulary.estimate.Estimate;

/** Statements as they are staged. */
record StagedStatements(List<StagedRow> figures, List<UnreportedDays> days) {

    /** The columns that hold what an observation says, in the order of {@link StagedRow#content()}. */
    static final String CONTENT = "sensitivity, indicator, area, originator, publisher, reference, definition,"
            + " qualifier, lower, lower_inclusive, best, upper, upper_inclusive, valid_from, valid_to, published_on, url,"
            + " archive_url, verbatim, language, note, hazard, sex, age, cause, shelter_type, report, fingerprint";

    static StagedStatements of(List<? extends Statement> statements) {
        List<StagedRow> figures = new ArrayList<>(statements.size());
        List<UnreportedDays> days = new ArrayList<>();
        for (Statement statement : statements) {
            switch (statement) {
                case ObservationDraft draft -> figures.add(row(draft));
                case UnreportedDays unreported -> days.add(unreported);
            }
        }
        return new StagedStatements(figures, days);
    }

    private static StagedRow row(ObservationDraft draft) {
        Estimate e = draft.estimate();
        Disaggregation part = draft.disaggregation();
        return new StagedRow(
                draft.row(),
                new RecordKey(draft.originator(), draft.reference()),
                draft.relayOf(),
                draft.revisionReason(),
                Arrays.asList(
                        draft.sensitivity(),
                        draft.indicator(),
                        draft.area(),
                        draft.originator(),
                        draft.publisher(),
                        draft.reference(),
                        draft.definition(),
                        e.qualifier(),
                        e.lower(),
                        e.lowerInclusive(),
                        e.best(),
                        e.upper(),
                        e.upperInclusive(),
                        draft.validFrom(),
                        draft.validTo(),
                        draft.publishedOn(),
                        draft.url(),
                        draft.archiveUrl(),
                        draft.text(),
                        draft.language(),
                        draft.note(),
                        draft.hazard(),
                        part.sex(),
                        part.age(),
                        part.cause(),
                        part.shelterType(),
                        draft.report(),
                        draft.fingerprint()));
    }
}
