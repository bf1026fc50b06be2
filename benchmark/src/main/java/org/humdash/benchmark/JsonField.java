package org.humdash.benchmark;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A field of text in an answer of the service, where it stands first. */
record JsonField(Pattern pattern) {

    static JsonField named(String name) {
        return new JsonField(Pattern.compile('"' + name + "\":\"([^\"]*)\""));
    }

    /** Empty where there is none, or it is null. */
    Optional<String> in(String json) {
        Matcher matcher = pattern.matcher(json);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
