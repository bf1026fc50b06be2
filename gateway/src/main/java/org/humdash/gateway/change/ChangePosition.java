package org.humdash.gateway.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far a reader is in each feed. Where nothing is said about a feed, its reader is at its beginning.
 *
 * @param places what the service is asked for to go on: {@code cursor=} and a cursor of its own, or {@code from=} and an
 *     instant
 */
public record ChangePosition(Map<ChangeFeed, String> places) {

    private static final String CURSOR = "cursor=";
    private static final String FROM = "from=";
    private static final String SEPARATOR = "\n";

    public ChangePosition {
        EnumMap<ChangeFeed, String> copy = new EnumMap<>(ChangeFeed.class);
        copy.putAll(places);
        places = Collections.unmodifiableMap(copy);
    }

    /** Before everything. */
    public static ChangePosition beginning() {
        return new ChangePosition(Map.of());
    }

    /** Before what was recorded at that instant or later. */
    public static ChangePosition from(Instant instant, Set<ChangeFeed> feeds) {
        ChangePosition position = beginning();
        for (ChangeFeed feed : feeds) {
            position = position.before(feed, instant);
        }
        return position;
    }

    ChangePosition after(ChangeFeed feed, String cursor) {
        return with(feed, CURSOR + cursor);
    }

    ChangePosition before(ChangeFeed feed, Instant instant) {
        return with(feed, FROM + instant);
    }

    private ChangePosition with(ChangeFeed feed, String place) {
        Map<ChangeFeed, String> changed = new EnumMap<>(ChangeFeed.class);
        changed.putAll(places);
        changed.put(feed, place);
        return new ChangePosition(changed);
    }

    /** This one, with the places of another for some feeds. */
    ChangePosition with(ChangePosition other, Set<ChangeFeed> feeds) {
        Map<ChangeFeed, String> changed = new EnumMap<>(ChangeFeed.class);
        changed.putAll(places);
        for (ChangeFeed feed : feeds) {
            other.place(feed).ifPresent(place -> changed.put(feed, place));
        }
        return new ChangePosition(changed);
    }

    Optional<String> place(ChangeFeed feed) {
        return Optional.ofNullable(places.get(feed));
    }

    /** The parameter of a service's feed and its value, neither encoded; empty at the beginning. */
    Optional<Map.Entry<String, String>> parameter(ChangeFeed feed) {
        return place(feed).map(place -> {
            int end = place.indexOf('=');
            return Map.entry(place.substring(0, end), place.substring(end + 1));
        });
    }

    /** As it is kept, for {@link #read}; not for callers. */
    public String text() {
        List<String> lines = new ArrayList<>();
        places.forEach((feed, place) -> lines.add(feed.label() + " " + place));
        return String.join(SEPARATOR, lines);
    }

    /** @throws IllegalArgumentException if the text is none that {@link #text} makes */
    public static ChangePosition read(String text) {
        Map<ChangeFeed, String> places = new EnumMap<>(ChangeFeed.class);
        for (String line : text.split(SEPARATOR)) {
            if (line.isEmpty()) {
                continue;
            }
            String[] words = line.split(" ", 2);
            ChangeFeed feed = ChangeFeed.labelled(words[0]).orElse(null);
            if (feed == null || words.length < 2 || !(words[1].startsWith(CURSOR) || words[1].startsWith(FROM))) {
                throw new IllegalArgumentException("This is no position in the feeds");
            }
            places.put(feed, words[1]);
        }
        return new ChangePosition(places);
    }
}
