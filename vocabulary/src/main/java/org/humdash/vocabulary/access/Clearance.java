package org.humdash.vocabulary.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Who is asking, as far as {@link Sensitivity} goes. No clearance reads {@link Sensitivity#SEVERE}. */
public enum Clearance {
    PUBLIC(Sensitivity.LOW),
    PARTNER(Sensitivity.MODERATE),
    STAFF(Sensitivity.HIGH);

    private final Set<Sensitivity> mayRead;

    Clearance(Sensitivity most) {
        this.mayRead = Collections.unmodifiableSet(EnumSet.range(Sensitivity.LOW, most));
    }

    /** The sensitivities this caller may read, for a query's {@code in (…)}. */
    public Set<Sensitivity> mayRead() {
        return mayRead;
    }

    public boolean mayRead(Sensitivity sensitivity) {
        return mayRead.contains(sensitivity);
    }
}
