package org.humdash.gateway.diff;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.humdash.gateway.change.ChangeFeed;
import org.humdash.gateway.question.Question;

/**
 * The records of a feed as a list. A feed tells what holds now, and a record that changed again has moved on in it; the list
 * can be asked as known at an instant, so that the same question has the same answer for ever.
 */
enum RecordList {
    INCIDENTS(ChangeFeed.INCIDENTS) {
        @Override
        String filter(DiffQuery query) {
            return "ceasefire=" + query.ceasefire() + "&" + (query.whole() ? "" : area(query)) + recorded(query);
        }
    },
    OBSERVATIONS(ChangeFeed.OBSERVATIONS) {
        @Override
        String filter(DiffQuery query) {
            return area(query) + recorded(query);
        }
    },
    /** There are few hazards, and their list cannot be narrowed. */
    HAZARDS(ChangeFeed.HAZARDS) {
        @Override
        String filter(DiffQuery query) {
            return "";
        }
    };

    private final ChangeFeed feed;

    RecordList(ChangeFeed feed) {
        this.feed = feed;
    }

    static RecordList of(ChangeFeed feed) {
        return valueOf(feed.name());
    }

    abstract String filter(DiffQuery query);

    /** Of those whose revision of the instant was recorded since, the first 1,000. */
    Question question(DiffQuery query) {
        return new Question(
                feed.peer(),
                "/api/v1/" + feed.label() + "?" + filter(query) + "asOf=" + query.asOf() + "&knownAt="
                        + encoded(query.knownAt().toString()));
    }

    private static String area(DiffQuery query) {
        return "area=" + query.area().pcode().value() + "&";
    }

    private static String recorded(DiffQuery query) {
        return "recordedFrom=" + encoded(query.since().toString()) + "&limit=1000&";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
