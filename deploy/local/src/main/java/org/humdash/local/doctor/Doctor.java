package org.humdash.local.doctor;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Looks at everything that is known of an installation. */
public final class Doctor {

    private final Installation installation;
    private final Clock clock;

    public Doctor(Installation installation, Clock clock) {
        this.installation = installation;
        this.clock = clock;
    }

    /** Takes some seconds, more if something does not answer. */
    public Report look() throws InterruptedException {
        Instant at = clock.instant();
        List<Finding> findings = new ArrayList<>();
        try (Web web = new Web()) {
            for (Check check : checks(web)) {
                findings.addAll(check.look());
            }
        }
        return new Report(at, findings);
    }

    private List<Check> checks(Web web) {
        List<Check> checks = new ArrayList<>();
        checks.add(new ReadyCheck(installation.managements(), web));
        checks.add(new ProgramCheck(installation.managements(), web, clock));
        installation.gateway().ifPresent(gateway -> checks.add(new RouteCheck(gateway, web)));
        checks.add(new DatabaseCheck(
                installation.databases(),
                List.of(
                        new DatabaseClock(clock),
                        new Migrations(installation.migrations()),
                        new OwnerRights(),
                        new ReaderRights())));
        checks.add(new PasswordCheck(installation.databases(), installation.webhookKeys()));
        installation
                .prometheus()
                .ifPresent(prometheus -> checks.add(new PrometheusCheck(
                        prometheus, installation.managements().keySet(), web)));
        installation.folder().ifPresent(folder -> {
            checks.add(new FilesCheck(folder));
            checks.add(new DiskCheck(folder));
        });
        if (installation.folder().isPresent() || installation.backups().isPresent()) {
            checks.add(new BackupCheck(installation.backups(), clock));
        }
        return checks;
    }
}
