package org.humdash.humanitarian.alert;

import java.util.UUID;

/**
 * What became of an alert of a file.
 *
 * @param id null for one that the writer may not see, and in a dry run for one that would be new
 */
record AlertOutcome(String sender, String identifier, UUID id, Result result) {

    enum Result {
        CREATED,
        REVISED,
        UNCHANGED
    }
}
