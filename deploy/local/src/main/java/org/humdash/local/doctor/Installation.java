package org.humdash.local.doctor;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of an installation. What is not known is not looked at.
 *
 * @param gateway where people and partners reach it, if known
 * @param managements the management ports by the name of the program
 * @param prometheus its address, if known
 * @param databases those whose credentials are known
 * @param migrations the versions that the programs bring, by the name of the database; empty if the programs are not at hand
 * @param folder the data folder, if it is on this machine
 * @param backups the folder that holds backups, if it was named
 * @param webhookKeys what seals the secrets of webhooks, if known; separated by commas
 */
public record Installation(
        Optional<URI> gateway,
        Map<String, URI> managements,
        Optional<URI> prometheus,
        List<Database> databases,
        Map<String, Set<String>> migrations,
        Optional<Path> folder,
        Optional<Path> backups,
        Optional<String> webhookKeys) {

    /** Shows no secret: a record's own text would. */
    @Override
    public String toString() {
        return "Installation" + managements.keySet();
    }
}
