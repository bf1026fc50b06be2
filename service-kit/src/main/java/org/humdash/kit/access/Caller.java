package org.humdash.kit.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.humdash.vocabulary.access.Clearance;

/** Who is asking, and which records they are cleared for. */
@RequestScoped
public class Caller {

    /** The role that may write and import. */
    public static final String CONTRIBUTOR = "contributor";

    /** The role that judges what others recorded: grades by hand, merges, retractions. A reviewer is a contributor too. */
    public static final String REVIEWER = "reviewer";

    /** The role that says what can be recorded: indicators, ceasefires, policies. An administrator is a reviewer too. */
    public static final String ADMINISTRATOR = "administrator";

    /** The clearance of staff, who read everything that leaves a service at all. */
    public static final String STAFF = "staff";

    /** The clearance of partner organisations. */
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

    /** Whether what others recorded is theirs to judge. */
    public boolean mayJudge() {
        return identity.hasRole(REVIEWER);
    }

    /** The account that is asking, for the history of a record; never a person's name. */
    public String account() {
        return identity.isAnonymous() ? "anonymous" : identity.getPrincipal().getName();
    }
}
