package org.humdash.local;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** What the person at the terminal is told when everything is ready. */
record Welcome(Path home, DataFolder folder, Map<String, String> addresses, Secrets secrets) {

    String text(double seconds) {
        String gateway = addresses.get("gateway");
        String prometheus =
                addresses.containsKey("prometheus") ? "  Prometheus         " + addresses.get("prometheus") + "\n" : "";
        return String.format(
                Locale.ROOT,
                """

        Ready after %1$.1f seconds. Everything listens on this machine only.

          Page               %2$s/?asOf=2025-12-19 and, in Arabic, %2$s/ar?asOf=2025-12-19
          Situation          %2$s/api/v1/situation?asOf=2025-12-19
          API documentation  %2$s/q/swagger-ui
          Metrics            %3$s/q/metrics (gateway)
                             %4$s/q/metrics (incident-service)
                             %5$s/q/metrics (humanitarian-service)
          Health             %3$s/q/health and the same of the others
        %6$s  PostgreSQL         %7$s, databases incident, humanitarian and gateway; to read the reporting views:
                             user grafana_reader, password in %8$s
          Data and logs      %9$s
          Administrator key  %10$s

        Try
          curl '%2$s/api/v1/situation?asOf=2025-12-19'
          curl -H 'Authorization: Bearer %10$s' -H 'Content-Type: text/csv' \\
            --data-binary '@%11$s/deploy/starting-data/claims.csv' \\
            '%2$s/api/v1/claims/imports?dryRun=true'

        Ctrl-C here, or ./humdash down%12$s elsewhere, stops everything.
        """,
                seconds,
                gateway,
                addresses.get("gatewayManagement"),
                addresses.get("incidentServiceManagement"),
                addresses.get("humanitarianServiceManagement"),
                prometheus,
                addresses.get("postgres"),
                folder.secrets(),
                folder.path(),
                secrets.administratorKey(),
                home,
                folder.option(home));
    }
}
