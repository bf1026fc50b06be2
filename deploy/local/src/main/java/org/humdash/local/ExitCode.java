package org.humdash.local;

/** How {@code ./humdash} ends; a published contract, also stated by {@code ./humdash help}. */
enum ExitCode {
    OK(0),
    /** Something could not be started, or stopped by itself later. */
    FAILED(1),
    /** The command line is not understood. */
    USAGE(2),
    /** {@code status}: nothing runs, or not all of it. */
    NOT_RUNNING(3),
    /** {@code up}: it runs already on this data folder. */
    ALREADY_RUNNING(4),
    PORT_TAKEN(5),
    /** {@code up}: it ran, but some of the starting data was refused or could not be loaded. */
    DATA_INCOMPLETE(6),
    /** {@code doctor}: nothing is broken, but something should be seen to. */
    WARNINGS(8),
    /** {@code doctor}: something does not work, or somebody can do what they should not. */
    PROBLEMS(9),
    /** {@code up}: stopped by Ctrl-C or a signal before everything was ready. */
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
