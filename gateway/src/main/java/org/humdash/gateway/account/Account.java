package org.humdash.gateway.account;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.humdash.vocabulary.access.Clearance;

/**
 * Somebody who said who they are, and was believed.
 *
 * @param name what the services write into the history of what they change; never a person's name
 */
public record Account(String name, Role role, Clearance clearance) {

    /** @throws IllegalArgumentException if the account could write over what it cannot see */
    public Account {
        if (role.writes() && clearance != Clearance.STAFF) {
            throw new IllegalArgumentException("A " + role.code() + " has to be cleared for what staff may see");
        }
        if (clearance == Clearance.PUBLIC) {
            throw new IllegalArgumentException("What is public needs no account");
        }
    }

    /** What the services are told: the roles that write, and the clearance. */
    public Set<String> groups() {
        Set<String> groups = new TreeSet<>();
        role.included().stream().filter(Role::writes).map(Role::code).forEach(groups::add);
        groups.add(clearance.name().toLowerCase(Locale.ROOT));
        return groups;
    }
}
