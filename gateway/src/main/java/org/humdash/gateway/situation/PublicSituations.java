package org.humdash.gateway.situation;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.humdash.gateway.language.LanguageChoice;
import org.humdash.gateway.parameter.Parameters;
import org.humdash.gateway.quote.Quote;
import org.humdash.vocabulary.text.Language;

/** Composes the situation for a reader nobody knows: there is no way to ask in the name of an account. */
@ApplicationScoped
public class PublicSituations {

    /** What can be asked with. */
    public static final Set<String> PARAMETERS = Set.of("ceasefire", "area", "asOf", "knownAt");

    private final SituationQueryReader reader;
    private final SituationService service;

    PublicSituations(SituationQueryReader reader, SituationService service) {
        this.reader = reader;
        this.service = service;
    }

    /**
     * What a situation is about.
     *
     * @param parameters {@link #PARAMETERS}, read as by {@code GET /api/v1/situation}
     * @throws HttpProblem if a parameter cannot be read or is not known
     */
    public View view(MultivaluedMap<String, String> parameters) {
        Parameters.of(parameters, PARAMETERS);
        SituationQuery query = reader.read(parameters, null);
        return new View(query.ceasefire(), query.area(), query.whole(), query.asOf(), query.knownAt());
    }

    /**
     * Waits as long as {@code GET /api/v1/situation} does, and has the same figures.
     *
     * @param parameters {@link #PARAMETERS}, read as by that resource
     * @param language of the reasons why a section is missing
     * @throws HttpProblem if a parameter cannot be read or is not known, or there is no such ceasefire
     */
    public PublicSituation compose(MultivaluedMap<String, String> parameters, Language language) {
        Parameters.of(parameters, PARAMETERS);
        MultivaluedMap<String, String> asked = new MultivaluedHashMap<>(parameters);
        asked.putSingle("lang", LanguageChoice.code(language));
        SituationQuery query = reader.read(asked, null);
        Composition composed = service.compose(query, Optional.empty());
        Map<Language, List<Quote>> quotes = new EnumMap<>(Language.class);
        for (Language one : Language.values()) {
            quotes.put(one, one == language ? composed.situation().quotes() : service.quotes(composed.readings(), one));
        }
        return new PublicSituation(
                new View(
                        query.ceasefire(),
                        query.area(),
                        query.whole(),
                        query.asOf(),
                        composed.situation().knownAt()),
                composed.sections(),
                quotes,
                composed.unavailable(),
                composed.stale());
    }
}
