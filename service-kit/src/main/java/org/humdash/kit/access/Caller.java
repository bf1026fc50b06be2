package org.humdash.kit.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.humdash.vocabulary.access.Clearance;

/** Who is asking, and which records they are cleared for. */
@RequestScoped
public class Caller {

    /** The role that may write and import. */
    public static final String CONTRIBUTOR = "contributor";

    /** The role of staff that read everything but do not write. */
    public static final String STAFF = "staff";

    /** The role of partner organisations. */
    public static final String PARTNER = "partner";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Contributors are staff; whoever does not say who they are reads what is public. */
    public Clearance clearance() {
        if (identity.hasRole(CONTRIBUTOR) || identity.hasRole(STAFF)) {
            return Clearance.STAFF;
        }
        return identity.hasRole(PARTNER) ? Clearance.PARTNER : Clearance.PUBLIC;
    }

    /** The account that is asking, for the history of a record; never a person's name. */
    public String account() {
        return identity.isAnonymous() ? "anonymous" : identity.getPrincipal().getName();
    }
}
