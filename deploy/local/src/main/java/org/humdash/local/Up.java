package org.humdash.local;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.humdash.local.postgres.LocalPostgres;
import org.humdash.local.postgres.LocalPostgresException;

/** Starts everything on this machine, stays until it is told to stop, and stops everything. */
final class Up {

    static final String POSTGRES = "postgres";

    private static final String PROMETHEUS = "prometheus";
    private static final Duration READY_LIMIT = Duration.ofMinutes(5);

    private final Path home;
    private final DataFolder folder;
    private final Arguments arguments;
    private final Progress progress;
    private final RunFile.RunningProcess launcher =
            RunFile.RunningProcess.of("launcher", ProcessHandle.current(), null);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean stopAsked;
    private volatile ExitCode exitCode = ExitCode.FAILED;
    private Programs programs;
    private Map<String, String> addresses = Map.of();

    /** @param home the project's folder */
    Up(Path home, DataFolder folder, Arguments arguments, Progress progress) {
        this.home = home;
        this.folder = folder;
        this.arguments = arguments;
        this.progress = progress;
    }

    ExitCode run() {
        FolderLock lock = FolderLock.take(folder).orElseThrow(this::runsAlready);
        try (lock) {
            // Before anything is started, so that nothing can be left running.
            Thread hook = stopWhenAsked(Thread.currentThread());
            try {
                exitCode = startAndStay();
            } catch (LocalException | LocalPostgresException e) {
                exitCode = failure(e);
            } catch (InterruptedException e) {
                exitCode = ExitCode.INTERRUPTED;
            } finally {
                // The stopping itself must not be broken off.
                Thread.interrupted();
                stopEverything();
                stopped.countDown();
                forget(hook);
            }
            return exitCode;
        }
    }

    private LocalException runsAlready() {
        String where = RunFile.read(folder.runFile())
                .map(run -> " (process " + run.launcher().pid() + ", "
                        + Optional.ofNullable(run.addresses().get("gateway")).orElse("still starting") + ")")
                .orElse("");
        return new LocalException(
                ExitCode.ALREADY_RUNNING,
                "it is already running on " + folder.path() + where + ": stop it with ./humdash down"
                        + folder.option(home) + ", or choose another folder with --data and --free-ports");
    }

    private ExitCode failure(RuntimeException e) {
        if (stopAsked || stopIsAskedNow()) {
            return ExitCode.INTERRUPTED;
        }
        progress.say("humdash: " + e.getMessage());
        return e instanceof LocalException known ? known.exitCode() : ExitCode.FAILED;
    }

    /**
     * Where programs cannot have a session of their own, Ctrl-C reaches all at once, and another may have ended before this
     * one knows why.
     */
    private static boolean stopIsAskedNow() {
        try {
            Thread.sleep(500);
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** On a signal the main thread is told to stop, and the program ends when it has. */
    private Thread stopWhenAsked(Thread main) {
        Thread hook = new Thread(
                () -> {
                    stopAsked = true;
                    main.interrupt();
                    try {
                        stopped.await();
                    } catch (InterruptedException e) {
                        return;
                    }
                    // Otherwise the program would end with the signal's number, although it stopped in good order.
                    Runtime.getRuntime().halt(exitCode.number());
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        return hook;
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is what is ending the program.
        }
    }

    private ExitCode startAndStay() throws InterruptedException {
        Service.requireBuilt(home);
        refuseHalfRestored();
        List<String> left = Orphans.stop(folder);
        if (!left.isEmpty()) {
            progress.step("left from before", "stopped " + String.join(", ", left));
        }
        if (arguments.fresh()) {
            putRecordsAside();
        }
        Optional<Path> prometheus = arguments.prometheus() ? Prometheus.find(System.getenv("PATH")) : Optional.empty();
        Ports ports = Ports.choose(arguments.ports(), arguments.freePorts(), listeners(prometheus.isPresent()));
        Secrets secrets = Secrets.in(folder.secrets(), new SecureRandom());
        programs = new Programs(progress);
        addresses = addresses(ports, prometheus.isPresent());
        record(RunFile.State.STARTING);

        LocalPostgres postgres = startPostgres(ports, secrets);
        List<Service> services = Service.all(ports, secrets, postgres::jdbcUrl);
        startServices(services, ports);
        startPrometheus(prometheus, services, ports);
        boolean complete = loadStartingData(ports, secrets);

        record(complete ? RunFile.State.READY : RunFile.State.DATA_INCOMPLETE);
        progress.say(new Welcome(home, folder, addresses, secrets).text(progress.seconds()));
        if (!complete) {
            progress.say("humdash: SOME STARTING DATA IS MISSING, the lines above say which and why. What was taken"
                    + " stays; the rest is tried again at the next ./humdash up.\n");
        }
        return stay(complete ? ExitCode.OK : ExitCode.DATA_INCOMPLETE);
    }

    private void refuseHalfRestored() {
        if (Files.exists(folder.restoreMoving())) {
            throw new LocalException(
                    ExitCode.FAILED,
                    "a restore was broken off when it was about to replace what is in " + folder.path()
                            + ": run ./humdash restore again (what was there is in a folder replaced-… in it)");
        }
    }

    private void putRecordsAside() {
        folder.putRecordsAside(LocalDateTime.now())
                .ifPresent(aside -> progress.step("--fresh", "what was recorded is now in " + aside));
        StartingDataMarker.in(folder.startingDataMarker()).decline();
    }

    private static Set<Listener> listeners(boolean prometheus) {
        Set<Listener> listeners = EnumSet.allOf(Listener.class);
        if (!prometheus) {
            listeners.remove(Listener.PROMETHEUS);
        }
        return listeners;
    }

    private LocalPostgres startPostgres(Ports ports, Secrets secrets) {
        progress.step(
                POSTGRES,
                Files.exists(folder.postgres())
                        ? "starting on " + folder.postgres()
                        : "making its data folder " + folder.postgres());
        Path log = folder.newLog(POSTGRES);
        LocalPostgres postgres =
                LocalPostgres.durable(folder.postgres(), ports.of(Listener.POSTGRES), secrets.postgresPassword(), log);
        programs.add(new Programs.Program(POSTGRES, postgres.process(), log, postgres::close));
        record(RunFile.State.STARTING);
        postgres.provision("incident", "incident_owner", secrets.incidentPassword());
        postgres.provision("humanitarian", "humanitarian_owner", secrets.humanitarianPassword());
        postgres.provision("gateway", "gateway_owner", secrets.gatewayPassword());
        postgres.provisionReader("grafana_reader", secrets.readerPassword(), "incident", "humanitarian");
        progress.step(POSTGRES, "ready");
        return postgres;
    }

    private void startServices(List<Service> services, Ports ports) throws InterruptedException {
        Map<Programs.Program, URI> waiting = new LinkedHashMap<>();
        for (Service service : services) {
            var program = programs.start(
                    service.name(),
                    service.command(home),
                    service.environment(ports),
                    folder.path(),
                    folder.newLog(service.name()));
            waiting.put(program, URI.create(ports.url(service.management()) + "/q/health/ready"));
            progress.step(service.name(), "starting");
        }
        record(RunFile.State.STARTING);
        new Readiness(READY_LIMIT, progress).await(waiting);
    }

    private void startPrometheus(Optional<Path> program, List<Service> services, Ports ports)
            throws InterruptedException {
        if (program.isEmpty()) {
            if (arguments.prometheus()) {
                progress.step(
                        PROMETHEUS,
                        "is not on the PATH, so metrics are not collected: install it (apt-get install prometheus,"
                                + " brew install prometheus, or https://prometheus.io/download) and start again");
            }
            return;
        }
        Prometheus.configure(home.resolve("deploy/prometheus"), folder.prometheus(), services, ports);
        progress.step(PROMETHEUS, "starting");
        var prometheus = programs.start(
                PROMETHEUS,
                Prometheus.command(program.get(), folder.prometheus(), ports.of(Listener.PROMETHEUS)),
                Map.of(),
                folder.prometheus(),
                folder.newLog(PROMETHEUS));
        record(RunFile.State.STARTING);
        new Readiness(READY_LIMIT, progress)
                .await(Map.of(prometheus, URI.create(ports.url(Listener.PROMETHEUS) + "/-/ready")));
    }

    private boolean loadStartingData(Ports ports, Secrets secrets) throws InterruptedException {
        if (arguments.startingData() == Arguments.StartingDataChoice.NEVER) {
            return true;
        }
        try (GatewayClient gateway = new GatewayClient(ports.url(Listener.GATEWAY), secrets.administratorKey())) {
            return new StartingData(
                            home.resolve("deploy/starting-data"),
                            StartingDataFile.ALL,
                            StartingDataMarker.in(folder.startingDataMarker()),
                            gateway,
                            progress)
                    .load(arguments.startingData() == Arguments.StartingDataChoice.AGAIN);
        }
    }

    private static Map<String, String> addresses(Ports ports, boolean prometheus) {
        Map<String, String> addresses = new LinkedHashMap<>();
        String gateway = ports.url(Listener.GATEWAY);
        addresses.put("gateway", gateway);
        addresses.put("situation", gateway + "/api/v1/situation");
        addresses.put("apiDocumentation", gateway + "/q/swagger-ui");
        addresses.put("incidentService", ports.url(Listener.INCIDENT));
        addresses.put("humanitarianService", ports.url(Listener.HUMANITARIAN));
        addresses.put("gatewayManagement", ports.url(Listener.GATEWAY_MANAGEMENT));
        addresses.put("incidentServiceManagement", ports.url(Listener.INCIDENT_MANAGEMENT));
        addresses.put("humanitarianServiceManagement", ports.url(Listener.HUMANITARIAN_MANAGEMENT));
        addresses.put("postgres", "127.0.0.1:" + ports.of(Listener.POSTGRES));
        if (prometheus) {
            addresses.put("prometheus", ports.url(Listener.PROMETHEUS));
        }
        return addresses;
    }

    private void record(RunFile.State state) {
        List<RunFile.RunningProcess> processes = programs == null
                ? List.of()
                : programs.started().stream()
                        .map(program -> RunFile.RunningProcess.of(program.name(), program.process(), program.log()))
                        .toList();
        new RunFile(state, launcher, processes, addresses).write(folder.runFile());
    }

    /** Stays until told to stop. A service that ends leaves the others to serve their half; without PostgreSQL none can. */
    private ExitCode stay(ExitCode whenAsked) throws InterruptedException {
        List<Programs.Program> running = new ArrayList<>(programs.started());
        while (true) {
            try {
                CompletableFuture.anyOf(running.stream()
                                .map(program -> program.process().onExit())
                                .toArray(CompletableFuture[]::new))
                        .get();
            } catch (InterruptedException e) {
                return whenAsked;
            } catch (ExecutionException e) {
                throw new IllegalStateException("a process cannot be watched", e);
            }
            if (stopIsAskedNow()) {
                return whenAsked;
            }
            for (var ended : running.stream().filter(program -> !program.runs()).toList()) {
                running.remove(ended);
                progress.step(ended.name(), "ENDED by itself; " + LogTail.of(ended.log()));
                if (ended.name().equals(POSTGRES)) {
                    throw new LocalException(
                            ExitCode.FAILED, "without PostgreSQL nothing can be served: start again with ./humdash up");
                }
            }
            progress.say("           the rest goes on; to start all of it again: ./humdash down" + folder.option(home)
                    + ", then ./humdash up" + folder.option(home));
        }
    }

    private void stopEverything() {
        if (programs != null) {
            record(RunFile.State.STOPPING);
            progress.say("");
            programs.stopAll();
            progress.say("Everything is stopped; what was recorded is kept in " + folder.path());
        }
        RunFile.remove(folder.runFile());
    }
}
