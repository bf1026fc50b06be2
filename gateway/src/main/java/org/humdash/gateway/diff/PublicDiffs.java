package org.humdash.gateway.diff;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.humdash.gateway.parameter.CommonParameters;
import org.humdash.gateway.parameter.Parameters;
import org.humdash.gateway.situation.View;
import org.humdash.vocabulary.text.Language;

/** Finds what changed for a reader nobody knows: there is no way to ask in the name of an account. */
@ApplicationScoped
public class PublicDiffs {

    private static final String SINCE = "since";
    private static final String EXAMPLE = "2025-12-19";

    /** Of each feed, and of each list that is made of it. */
    private static final int LIMIT = 500;

    private final CommonParameters common;
    private final DiffService service;
    private final ObjectMapper json;

    PublicDiffs(CommonParameters common, DiffService service, ObjectMapper json) {
        this.common = common;
        this.service = service;
        this.json = json;
    }

    /**
     * The parameter {@code since}: an instant, or a day, which means its beginning in Gaza. Empty where it is not given.
     *
     * @throws HttpProblem if it is neither, or has not been yet
     */
    public Optional<Instant> since(Parameters parameters) {
        boolean instant =
                parameters.text(SINCE).filter(text -> text.contains("T")).isPresent();
        Optional<Instant> since =
                instant ? parameters.instant(SINCE) : parameters.day(SINCE).map(common::beginningOf);
        since.filter(at -> !common.hasBeen(at)).ifPresent(at -> {
            throw Parameters.refused(SINCE, parameters.text(SINCE).orElseThrow() + " has not been yet.", EXAMPLE);
        });
        return since;
    }

    /** The day in Gaza so many days before what a view is known at. */
    public LocalDate daysBefore(View view, int days) {
        return common.dayOf(view.knownAt()).minusDays(days);
    }

    /**
     * What changed about a view since. Asked again with both it is the same, but for what was hidden since.
     *
     * @param language of the reasons why a part is missing
     * @throws HttpProblem if the view is of before the instant
     */
    public PublicDiff compose(View view, Instant since, Language language) {
        if (since.isAfter(view.knownAt())) {
            throw Parameters.refused(
                    SINCE, since + " is after " + view.knownAt() + ", which the page is known at.", null);
        }
        DiffQuery query = new DiffQuery(
                view.ceasefire(),
                view.area(),
                view.whole(),
                view.asOf(),
                since,
                view.knownAt(),
                true,
                LIMIT,
                Optional.empty(),
                language);
        DiffResponse diff = service.compose(query, Optional.empty()).diff();
        return new PublicDiff(since, json.valueToTree(diff), diff.partial());
    }
}
