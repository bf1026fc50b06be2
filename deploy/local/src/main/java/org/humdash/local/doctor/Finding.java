package org.humdash.local.doctor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What was found about one thing.
 *
 * @param check the kind of thing, one word
 * @param subject which one, such as a program or a database
 * @param what how it is, without any secret
 * @param advice what to do; null if it is as it should be
 */
@JsonPropertyOrder({"check", "subject", "level", "what", "advice"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(String check, String subject, Level level, String what, String advice) {

    static Finding ok(String check, String subject, String what) {
        return new Finding(check, subject, Level.OK, what, null);
    }

    static Finding warning(String check, String subject, String what, String advice) {
        return new Finding(check, subject, Level.WARNING, what, advice);
    }

    static Finding problem(String check, String subject, String what, String advice) {
        return new Finding(check, subject, Level.PROBLEM, what, advice);
    }
}
