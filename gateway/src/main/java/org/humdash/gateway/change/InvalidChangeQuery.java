package org.humdash.gateway.change;

import org.humdash.gateway.problem.ProblemType;

/** A question about changes that cannot be answered; the message is for whoever asked. */
public final class InvalidChangeQuery extends RuntimeException {

    private final ProblemType type;
    private final String parameter;

    InvalidChangeQuery(ProblemType type, String parameter, String message) {
        super(message, null, false, false);
        this.type = type;
        this.parameter = parameter;
    }

    public ProblemType type() {
        return type;
    }

    public String parameter() {
        return parameter;
    }
}
