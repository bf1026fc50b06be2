package org.humdash.gateway.diff;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.humdash.gateway.change.ChangeFeed;
import org.humdash.gateway.cursor.SealedCursors;
import org.humdash.gateway.parameter.CommonParameters;
import org.humdash.gateway.parameter.Parameters;
import org.humdash.vocabulary.place.Area;

/** Reads the parameters of a diff. */
@ApplicationScoped
class DiffQueryReader {

    private static final Set<String> NAMES =
            Set.of("since", "ceasefire", "area", "asOf", "knownAt", "limit", "cursor", "lang");

    /** What a cursor holds already, and may not be said anew. */
    private static final Set<String> OF_THE_FIRST_PAGE = Set.of("since", "ceasefire", "area", "asOf", "knownAt");

    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST = 1_000;
    private static final String EXAMPLE = "2025-12-19T18:00:00Z";

    private final CommonParameters common;
    private final SealedCursors cursors;

    DiffQueryReader(CommonParameters common, SealedCursors cursors) {
        this.common = common;
        this.cursors = cursors;
    }

    /** @throws HttpProblem naming the parameter and showing how it is written */
    DiffQuery read(MultivaluedMap<String, String> values, String acceptLanguage) {
        Parameters parameters = Parameters.of(values, NAMES);
        Optional<String> cursor = parameters.text("cursor");
        return cursor.isPresent() ? next(parameters, cursor.get(), acceptLanguage) : first(parameters, acceptLanguage);
    }

    private DiffQuery first(Parameters parameters, String acceptLanguage) {
        // An instant that has not been yet is now, as in every other question.
        Optional<Instant> named = parameters.instant("knownAt").filter(common::hasBeen);
        DiffQuery query = query(
                parameters,
                parameters,
                acceptLanguage,
                named.orElseGet(common::now),
                named.isPresent(),
                Optional.empty());
        if (query.pinned() && query.knownAt().isBefore(query.since())) {
            throw Parameters.refused("knownAt", query.knownAt() + " is before since, " + query.since() + ".", null);
        }
        return query;
    }

    private DiffQuery next(Parameters parameters, String text, String acceptLanguage) {
        for (String name : OF_THE_FIRST_PAGE) {
            if (parameters.text(name).isPresent()) {
                throw Parameters.refused(name, "The cursor says " + name + " already.", null);
            }
        }
        DiffCursor cursor = cursors.read(DiffCursor.LIST, text)
                .flatMap(DiffCursor::read)
                .orElseThrow(() -> Parameters.refused(
                        "cursor", Parameters.quoted(text) + " is not a nextCursor of this resource.", null));
        MultivaluedMap<String, String> held = new MultivaluedHashMap<>();
        held.putSingle("since", cursor.since().toString());
        held.putSingle("ceasefire", cursor.ceasefire());
        held.putSingle("area", cursor.area());
        held.putSingle("asOf", cursor.asOf().toString());
        return query(
                Parameters.of(held, NAMES),
                parameters,
                acceptLanguage,
                cursor.knownAt(),
                cursor.pinned(),
                Optional.of(cursor.feeds()));
    }

    private DiffQuery query(
            Parameters question,
            Parameters given,
            String acceptLanguage,
            Instant knownAt,
            boolean pinned,
            Optional<Map<ChangeFeed, String>> feeds) {
        Area area = common.area(question);
        Instant since =
                question.instant("since").orElseThrow(() -> Parameters.refused("since", "since is missing.", EXAMPLE));
        if (!common.hasBeen(since)) {
            throw Parameters.refused("since", since + " has not been yet.", EXAMPLE);
        }
        return new DiffQuery(
                common.ceasefire(question),
                area,
                common.isWhole(area),
                question.day("asOf").orElseGet(common::today),
                since,
                knownAt,
                pinned,
                given.text("limit").map(DiffQueryReader::limit).orElse(DEFAULT_LIMIT),
                feeds,
                common.language(given, acceptLanguage));
    }

    private static int limit(String text) {
        if (text.matches("[1-9][0-9]{0,3}") && Integer.parseInt(text) <= MOST) {
            return Integer.parseInt(text);
        }
        throw Parameters.refused("limit", Parameters.quoted(text) + " is not a number from 1 to " + MOST + ".", "100");
    }
}
