package org.humdash.humanitarian.headline;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Chooses the one of the claims standing for an indicator in an area that is shown first. It never takes the greatest,
 * the mean or the sum; it is no judgement of which claim holds. The policy in words is {@code docs/headline-policy.md},
 * and {@code reporting.headline} is the same in SQL.
 *
 * <p>A claim about a part (children, people in tents …) is never chosen: it is no figure of the whole. Of the others, the
 * rules of {@link Rule} are gone through in their order; each keeps the claims that are best by it, until one is left.
 *
 * @param sourcePriority codes of the originators that come first for this indicator, in order; empty for no preference
 */
record HeadlinePolicy(List<String> sourcePriority) {

    /** In the order in which they are applied. */
    enum Rule {
        /** The indicator's own definition before any other: another one counts something else. */
        OWN_DEFINITION,
        /** The originators listed for the indicator, in their order, before all others. */
        SOURCE_PRIORITY,
        /** The claim whose period ends last. */
        NEWEST_VALIDITY,
        /** A statement before the relays of one. */
        STATEMENT_BEFORE_RELAY,
        /** The claim published last; one whose publication is not dated comes last. */
        NEWEST_PUBLICATION,
        /** Nothing tells the claims apart: the alphabet decides, so that the choice stays the same. */
        ALPHABET
    }

    /** What the policy looks at. */
    record Candidate(
            UUID id,
            String originator,
            String reference,
            boolean ownDefinition,
            boolean aboutAll,
            LocalDate validTo,
            boolean relay,
            LocalDate publishedOn) {}

    /**
     * @param claim the one shown first
     * @param decidedBy the last rule that took a claim out; empty when there was only one
     */
    record Choice(Candidate claim, Optional<Rule> decidedBy) {}

    /** Empty when no claim is about the whole. */
    Optional<Choice> choose(List<Candidate> claims) {
        List<Candidate> left = claims.stream().filter(Candidate::aboutAll).toList();
        if (left.isEmpty()) {
            return Optional.empty();
        }
        Rule decidedBy = null;
        for (Rule rule : Rule.values()) {
            List<Candidate> best = best(left, order(rule));
            if (best.size() < left.size()) {
                decidedBy = rule;
            }
            left = best;
        }
        return Optional.of(new Choice(left.getFirst(), Optional.ofNullable(decidedBy)));
    }

    private static List<Candidate> best(List<Candidate> claims, Comparator<Candidate> order) {
        Candidate first = claims.stream().min(order).orElseThrow();
        return claims.stream().filter(claim -> order.compare(claim, first) == 0).toList();
    }

    /** Best first. */
    private Comparator<Candidate> order(Rule rule) {
        return switch (rule) {
            case OWN_DEFINITION -> Comparator.comparing(Candidate::ownDefinition, Comparator.reverseOrder());
            case SOURCE_PRIORITY -> Comparator.comparingInt(this::place);
            case NEWEST_VALIDITY -> Comparator.comparing(Candidate::validTo, Comparator.reverseOrder());
            case STATEMENT_BEFORE_RELAY -> Comparator.comparing(Candidate::relay);
            case NEWEST_PUBLICATION ->
                Comparator.comparing(Candidate::publishedOn, Comparator.nullsLast(Comparator.reverseOrder()));
            case ALPHABET -> Comparator.comparing(Candidate::originator).thenComparing(Candidate::reference);
        };
    }

    private int place(Candidate claim) {
        int place = sourcePriority.indexOf(claim.originator());
        return place < 0 ? Integer.MAX_VALUE : place;
    }
}
