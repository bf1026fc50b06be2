package org.humdash.kit.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.humdash.vocabulary.access.Clearance;

/** Who is asking, and which records they are cleared for. */
@RequestScoped
public class Caller {

    /** The role that may write and import. */
    public static final String CONTRIBUTOR = "contributor";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Contributors are staff; whoever does not say who they are reads what is public. */
    public Clearance clearance() {
        return identity.hasRole(CONTRIBUTOR) ? Clearance.STAFF : Clearance.PUBLIC;
    }
}
