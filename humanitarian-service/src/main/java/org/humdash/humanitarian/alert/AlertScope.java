package org.humdash.humanitarian.alert;

import org.humdash.vocabulary.access.Sensitivity;

/** Whom a message is for, as CAP has it. */
enum AlertScope {
    PUBLIC,
    RESTRICTED,
    PRIVATE;

    /** What its sender did not mean for everybody is not shown to everybody, unless whoever records it says so. */
    Sensitivity sensitivity() {
        return this == PUBLIC ? Sensitivity.LOW : Sensitivity.HIGH;
    }
}
