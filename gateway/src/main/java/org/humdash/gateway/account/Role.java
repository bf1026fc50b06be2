package org.humdash.gateway.account;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a caller may do. Each role may also do what those before it may; whoever has none reads what is public. */
public enum Role {

    /** Reads what partner organisations may see. */
    PARTNER,

    /** Records and imports. */
    CONTRIBUTOR,

    /** Judges what others recorded: grades by hand, merges, retractions. */
    REVIEWER,

    /** Says what can be recorded, and who may do what. */
    ADMINISTRATOR;

    /** As the services and {@code @RolesAllowed} spell it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** This one and those it includes. */
    public Set<Role> included() {
        return EnumSet.range(PARTNER, this);
    }

    boolean writes() {
        return this != PARTNER;
    }
}
