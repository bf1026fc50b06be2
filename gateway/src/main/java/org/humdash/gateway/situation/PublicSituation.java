package org.humdash.gateway.situation;

import java.util.List;
import java.util.Map;
import org.humdash.gateway.quote.Quote;
import org.humdash.vocabulary.text.Language;

/**
 * The situation as anybody may see it.
 *
 * @param view what it is about; asked again with it, the answer is the same
 * @param sections all of them
 * @param quotes the figures of the sections as sentences, in each language the same figures
 * @param unavailable labels of the sections without data
 * @param stale labels of the sections whose data is of before
 */
public record PublicSituation(
        View view,
        Map<SectionName, Section> sections,
        Map<Language, List<Quote>> quotes,
        List<String> unavailable,
        List<String> stale) {

    public boolean isPartial() {
        return !unavailable.isEmpty() || !stale.isEmpty();
    }
}
