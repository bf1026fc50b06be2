package org.humdash.gateway.quote;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.humdash.gateway.language.Messages;
import org.humdash.vocabulary.place.Gazetteer;
import org.humdash.vocabulary.text.Language;

/**
 * Words the figures of the situation. A figure of which a service does not say who states it, how much it is or of what
 * time has no sentence.
 */
@ApplicationScoped
public class Quotes {

    private final Gazetteer gazetteer = Gazetteer.palestine();
    private final Messages messages;
    private final Permalinks links;
    private final int othersNamed;

    @Inject
    Quotes(Messages messages, Permalinks links, QuoteConfig config) {
        this(messages, links, config.othersNamed());
    }

    Quotes(Messages messages, Permalinks links, int othersNamed) {
        this.messages = messages;
        this.links = links;
        this.othersNamed = othersNamed;
    }

    /** Each claim of {@code GET /api/v1/claims/latest} that does not only pass on another one of them. */
    public List<Quote> claims(Reading reading, Language language) {
        return new ClaimQuotes(reading, new Wording(messages.speaker(language)), links, othersNamed).all();
    }

    /** The headline of each indicator of {@code GET /api/v1/headlines}. */
    public List<Quote> indicators(Reading reading, Language language) {
        return new HeadlineQuotes(reading, new Wording(messages.speaker(language)), links, gazetteer, othersNamed)
                .all();
    }

    /** The attack days of {@code GET /api/v1/ceasefires/{code}/ledger}; none if they cannot be read. */
    public List<Quote> ledger(Reading reading, Language language) {
        return new LedgerQuote(reading, new Wording(messages.speaker(language)), links)
                .quote().stream().toList();
    }
}
