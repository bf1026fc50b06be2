package org.humdash.local.translation;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query of a dashboard that answers in Arabic: its texts and the names of its columns are translated, and names that are
 * recorded in both languages are asked for in Arabic, or in English where there is no Arabic one.
 */
final class ArabicSql {

    private static final Pattern PART =
            Pattern.compile("'(?<literal>(?:[^']|'')*)'|\"(?<column>[^\"]*)\"|(?<code>[^'\"]+)");
    /** With the alias of the table before it. The name that a column is given stays. */
    private static final Pattern NAME = Pattern.compile(
            "(?<!as )\\b(?<table>\\w+\\.)?(?<name>(?:name|title)_en|(?:originator|publisher|source|indicator)_name)\\b");

    private final Translation translation;

    ArabicSql(Translation translation) {
        this.translation = translation;
    }

    String of(String sql) {
        return PART.matcher(sql).replaceAll(part -> Matcher.quoteReplacement(part(part)));
    }

    private String part(MatchResult part) {
        if (part.group("literal") != null) {
            String text = part.group("literal").replace("''", "'");
            // reporting.word(…, 'en') and reporting.unit(…, 'en') are asked for the other language
            return "'" + (text.equals("en") ? "ar" : translation.of(text)).replace("'", "''") + "'";
        }
        if (part.group("column") != null) {
            return '"' + translation.of(part.group("column")) + '"';
        }
        return NAME.matcher(part.group("code")).replaceAll(ArabicSql::inArabic);
    }

    private static String inArabic(MatchResult name) {
        String english = name.group("name");
        String arabic = english.endsWith("_en") ? english.replaceFirst("_en$", "_ar") : english + "_ar";
        String table = name.group("table") == null ? "" : name.group("table");
        return "coalesce(" + table + arabic + ", " + table + english + ")";
    }
}
