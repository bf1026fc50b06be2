package org.humdash.gateway.question;

import org.humdash.gateway.peer.Peer;

/**
 * A question to a service.
 *
 * @param target path and query
 */
public record Question(Peer peer, String target) {}
