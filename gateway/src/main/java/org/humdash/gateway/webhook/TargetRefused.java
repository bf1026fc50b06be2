package org.humdash.gateway.webhook;

/** Nothing is sent to that address; the message says why, for whoever named it. */
final class TargetRefused extends Exception {

    TargetRefused(String message) {
        super(message, null, false, false);
    }
}
