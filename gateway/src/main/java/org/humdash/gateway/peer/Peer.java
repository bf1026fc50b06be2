package org.humdash.gateway.peer;

/** A service behind the gateway. */
public enum Peer {
    INCIDENT("incident-service"),
    HUMANITARIAN("humanitarian-service");

    private final String serviceName;

    Peer(String serviceName) {
        this.serviceName = serviceName;
    }

    /** As people call it, for messages, logs and labels. */
    public String serviceName() {
        return serviceName;
    }
}
