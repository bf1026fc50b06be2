package org.humdash.gateway.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.humdash.gateway.account.Account;
import org.humdash.gateway.change.ChangeFeed;
import org.humdash.gateway.cursor.SealedCursors;
import org.humdash.gateway.language.LanguageChoice;
import org.humdash.gateway.peer.PeerFailure;
import org.humdash.gateway.problem.ProblemType;
import org.humdash.gateway.problem.Problems;
import org.humdash.gateway.question.Outcome;
import org.humdash.gateway.question.Question;
import org.humdash.gateway.question.Questions;
import org.humdash.gateway.question.Reasons;
import org.humdash.vocabulary.place.Gazetteer;

/** Finds what changed: asks the feeds, and everything that is compared twice, all at once. */
@ApplicationScoped
class DiffService {

    private final Gazetteer gazetteer = Gazetteer.palestine();
    private final Questions questions;
    private final Duration timeout;
    private final Reasons reasons;
    private final SealedCursors cursors;

    DiffService(Questions questions, Reasons reasons, SealedCursors cursors, DiffConfig config) {
        this.questions = questions;
        this.timeout = config.timeout();
        this.cursors = cursors;
        this.reasons = reasons;
    }

    /** A change feed, the list of the same records as known at an instant, or something to compare as known then and now. */
    private enum Kind {
        FEED,
        LIST,
        THEN,
        NOW
    }

    /** One of the questions: about a feed, or about something compared. */
    private record Key(Kind kind, ChangeFeed feed, Compared compared) {

        static Key of(Kind kind, ChangeFeed feed) {
            return new Key(kind, feed, null);
        }

        static Key of(Kind kind, Compared compared) {
            return new Key(kind, null, compared);
        }
    }

    /**
     * Waits until each answer has come or failed. What failed is unavailable, and what was known before does not stand in
     * for it: a difference of another time is another difference.
     *
     * @param account who is asking; empty for whoever did not say
     * @throws HttpProblem only if incident-service says that there is no such ceasefire
     */
    DiffResponse.Composed compose(DiffQuery query, Optional<Account> account) {
        Map<Key, Outcome<JsonNode>> outcomes = questions.ask(asked(query), account, timeout);
        refuseUnknown(query, outcomes);
        List<String> unavailable = new ArrayList<>();
        Map<ChangeFeed, Changes> feeds = new EnumMap<>(ChangeFeed.class);
        Map<ChangeFeed, String> further = new EnumMap<>(ChangeFeed.class);
        FeedReader reader = new FeedReader(query, gazetteer);
        for (ChangeFeed feed : ChangeFeed.values()) {
            Outcome<JsonNode> outcome = outcomes.get(Key.of(Kind.FEED, feed));
            Outcome<JsonNode> list = outcomes.get(Key.of(Kind.LIST, feed));
            Optional<PeerFailure> failure = Stream.of(outcome, list)
                    .filter(Objects::nonNull)
                    .map(Outcome::failure)
                    .filter(Objects::nonNull)
                    .findFirst();
            if (outcome != null && failure.isEmpty()) {
                feeds.put(
                        feed,
                        reader.read(feed, outcome.answer(), list == null ? MissingNode.getInstance() : list.answer()));
                String cursor = outcome.answer().path("nextCursor").asText("");
                if (reader.hasMore(outcome.answer()) && !cursor.isEmpty()) {
                    further.put(feed, cursor);
                }
            } else if (outcome != null) {
                feeds.put(feed, Changes.unavailable(reasons.of(failure.get(), query.language())));
                unavailable.add(feed.label());
                // A further page that failed can be asked for again.
                query.feeds().ifPresent(cursors -> further.put(feed, cursors.get(feed)));
            }
        }
        Changes claims = null;
        Figures figures = null;
        Instant knownAt = query.knownAt();
        if (query.isFirstPage()) {
            claims = claims(query, outcomes, unavailable);
            figures = figures(query, outcomes, unavailable);
            knownAt = knownAt(query, outcomes);
        }
        return new DiffResponse.Composed(
                new DiffResponse(
                        query.ceasefire(),
                        query.area().pcode().value(),
                        query.since(),
                        query.asOf(),
                        knownAt,
                        unavailable.isEmpty() ? knownAt : query.since(),
                        LanguageChoice.code(query.language()),
                        !unavailable.isEmpty(),
                        DiffResponse.Parts.of(feeds, claims),
                        figures,
                        further.isEmpty()
                                ? null
                                : cursors.write(
                                        DiffCursor.LIST,
                                        new DiffCursor(
                                                        query.since(),
                                                        knownAt,
                                                        query.pinned(),
                                                        query.asOf(),
                                                        query.ceasefire(),
                                                        query.area().pcode().value(),
                                                        further)
                                                .text())),
                unavailable);
    }

    private static Map<Key, Question> asked(DiffQuery query) {
        Map<Key, Question> asked = new LinkedHashMap<>();
        for (ChangeFeed feed : ChangeFeed.values()) {
            if (query.isFirstPage() || query.feeds().get().containsKey(feed)) {
                String from = query.feeds()
                        .map(cursors -> "cursor=" + cursors.get(feed))
                        .orElseGet(
                                () -> "from=" + URLEncoder.encode(query.since().toString(), StandardCharsets.UTF_8));
                asked.put(
                        Key.of(Kind.FEED, feed),
                        new Question(feed.peer(), feed.path() + "?" + from + "&limit=" + query.limit()));
            }
        }
        if (query.isFirstPage()) {
            for (Compared compared : Compared.values()) {
                asked.put(Key.of(Kind.THEN, compared), compared.question(query, query.since()));
                asked.put(Key.of(Kind.NOW, compared), compared.question(query, query.knownAt()));
            }
        }
        if (query.isFirstPage() && query.pinned()) {
            for (ChangeFeed feed : ChangeFeed.values()) {
                asked.put(Key.of(Kind.LIST, feed), RecordList.of(feed).question(query));
            }
        }
        return asked;
    }

    private static void refuseUnknown(DiffQuery query, Map<Key, Outcome<JsonNode>> outcomes) {
        Outcome<JsonNode> ledger = outcomes.get(Key.of(Kind.NOW, Compared.LEDGER));
        if (ledger != null && ledger.isUnknown()) {
            throw Problems.of(
                            ProblemType.UNKNOWN_CEASEFIRE,
                            "No ceasefire " + query.ceasefire() + " was recorded by " + query.knownAt()
                                    + ". GET /api/v1/ceasefires lists those that are.")
                    .build();
        }
    }

    private Changes claims(DiffQuery query, Map<Key, Outcome<JsonNode>> outcomes, List<String> unavailable) {
        Outcome<JsonNode> before = outcomes.get(Key.of(Kind.THEN, Compared.CLAIM_LIST));
        Outcome<JsonNode> after = outcomes.get(Key.of(Kind.NOW, Compared.CLAIM_LIST));
        Optional<PeerFailure> failure = failure(before, after);
        if (failure.isPresent()) {
            unavailable.add("claims");
            return Changes.unavailable(reasons.of(failure.get(), query.language()));
        }
        return new ClaimComparison(query.limit()).of(data(before), after.answer());
    }

    private Figures figures(DiffQuery query, Map<Key, Outcome<JsonNode>> outcomes, List<String> unavailable) {
        Map<Compared, BiFunction<JsonNode, JsonNode, List<FigureChange>>> comparisons = new EnumMap<>(Map.of(
                Compared.CLAIMS, FigureComparison::ofClaims,
                Compared.LEDGER, FigureComparison::ofLedger,
                Compared.INDICATORS, FigureComparison::ofIndicators));
        List<FigureChange> changes = new ArrayList<>();
        List<String> why = new ArrayList<>();
        comparisons.forEach((compared, comparison) -> {
            Outcome<JsonNode> before = outcomes.get(Key.of(Kind.THEN, compared));
            Outcome<JsonNode> after = outcomes.get(Key.of(Kind.NOW, compared));
            failure(before, after)
                    .ifPresentOrElse(
                            failure -> why.add(compared.label() + ": " + reasons.of(failure, query.language())),
                            () -> changes.addAll(comparison.apply(data(before), after.answer())));
        });
        if (why.isEmpty()) {
            return new Figures(Changes.Status.AVAILABLE, changes, null);
        }
        unavailable.add("figures");
        return new Figures(Changes.Status.UNAVAILABLE, changes, String.join("; ", why));
    }

    /** Of what was not recorded then there was nothing then. */
    private static JsonNode data(Outcome<JsonNode> before) {
        return before.isRead() ? before.answer() : MissingNode.getInstance();
    }

    private static Optional<PeerFailure> failure(Outcome<JsonNode> before, Outcome<JsonNode> after) {
        if (!after.isRead()) {
            return Optional.of(after.failure());
        }
        return before.isRead() || before.isUnknown() ? Optional.empty() : Optional.of(before.failure());
    }

    /** The earliest instant that an answer of now was read at. */
    private static Instant knownAt(DiffQuery query, Map<Key, Outcome<JsonNode>> outcomes) {
        return outcomes.entrySet().stream()
                .filter(entry ->
                        entry.getKey().kind() == Kind.NOW && entry.getValue().isRead())
                .map(entry -> stated(entry.getValue().answer(), query.knownAt()))
                .min(Instant::compareTo)
                .orElse(query.knownAt());
    }

    private static Instant stated(JsonNode data, Instant asked) {
        try {
            Instant stated = Instant.parse(data.path("knownAt").asText());
            return stated.isBefore(asked) ? stated : asked;
        } catch (DateTimeException e) {
            return asked;
        }
    }
}
