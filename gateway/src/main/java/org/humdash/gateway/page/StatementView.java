package org.humdash.gateway.page;

import java.util.List;

/**
 * What somebody stated, in words. What nobody says is null, and left out of the page.
 *
 * @param value the figure with its qualifier
 * @param unit what is counted; null where the name of the figure says it
 * @param originator who states it
 * @param publisher who passed it on; null where the originator published it
 * @param age at publication, of what the figure is about
 * @param definition by which it is counted, if that is not the indicator's own
 * @param part what it is limited to
 * @param parts the figure by type, as the source broke it down
 * @param residual what the parts leave open of the total, if they do
 * @param verbatim the words of the source
 * @param url where they stand
 */
public record StatementView(
        Phrase value,
        String unit,
        Phrase originator,
        Phrase publisher,
        String period,
        String published,
        String age,
        Phrase definition,
        String part,
        List<PartView> parts,
        String residual,
        Phrase verbatim,
        String url,
        boolean stale) {

    /** A part of a total. */
    public record PartView(Phrase name, Phrase value) {}
}
