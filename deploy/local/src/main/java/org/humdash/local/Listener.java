package org.humdash.local;

/** Whatever listens on a port of this machine, with the option that moves it elsewhere. */
enum Listener {
    GATEWAY("gateway", 8080, "--port"),
    GATEWAY_MANAGEMENT("gateway's metrics and health", 9000, "--management-port"),
    INCIDENT("incident-service", 8081, "--incident-port"),
    INCIDENT_MANAGEMENT("incident-service's metrics and health", 9001, "--incident-management-port"),
    HUMANITARIAN("humanitarian-service", 8082, "--humanitarian-port"),
    HUMANITARIAN_MANAGEMENT("humanitarian-service's metrics and health", 9002, "--humanitarian-management-port"),
    POSTGRES("PostgreSQL", 54320, "--postgres-port"),
    PROMETHEUS("Prometheus", 9090, "--prometheus-port");

    private final String title;
    private final int usualPort;
    private final String option;

    Listener(String title, int usualPort, String option) {
        this.title = title;
        this.usualPort = usualPort;
        this.option = option;
    }

    String title() {
        return title;
    }

    int usualPort() {
        return usualPort;
    }

    String option() {
        return option;
    }
}
