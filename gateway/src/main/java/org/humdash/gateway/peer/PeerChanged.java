package org.humdash.gateway.peer;

/**
 * Said by whoever learns that something was recorded at a service: its feeds are then read at once and not at their next
 * turn. Fired as a CDI event. It may be said too often or not at all; nothing is lost either way.
 */
public record PeerChanged(Peer peer) {}
