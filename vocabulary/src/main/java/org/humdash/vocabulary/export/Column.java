package org.humdash.vocabulary.export;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A column of a table that is written.
 *
 * @param name the heading, in the words of the tables that are read: {@code occurred_from}
 * @param tag its HXL hashtag with attributes, {@code #date+occurred+start}; null where the standard has none
 * @param kind what its cells hold, which decides how each format writes them
 */
public record Column(String name, String tag, Kind kind) {

    /** What the cells of a column hold. */
    public enum Kind {
        TEXT,
        NUMBER,
        /** A day without a time zone. */
        DATE,
        /** A point in time, written in UTC. */
        INSTANT,
        /** Degrees north; with LONGITUDE the point of a GeoJSON feature, elsewhere a number. */
        LATITUDE,
        /** Degrees east. */
        LONGITUDE
    }

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final Pattern TAG = Pattern.compile("#[a-z][a-z0-9_]*(\\+[a-z][a-z0-9_]*)*");

    /** @throws IllegalArgumentException for a name that is not lower_snake, or a tag that is none */
    public Column {
        Objects.requireNonNull(kind, "kind");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a column name: " + name);
        }
        if (tag != null && !TAG.matcher(tag).matches()) {
            throw new IllegalArgumentException("Not an HXL hashtag: " + tag);
        }
    }

    /** The name as a JSON member: {@code occurredFrom}. */
    String member() {
        StringBuilder member = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            member.append(c == '_' ? Character.toUpperCase(name.charAt(++i)) : c);
        }
        return member.toString();
    }
}
